package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.persistence.EntityManager;
import org.catena.annotation.MergeAgents;
import org.catena.annotation.Relating;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.article.ArticleSubmission;
import org.catena.article.MergeNames;
import org.catena.article.Origin;
import org.catena.article.RecordNames;
import org.catena.article.WithdrawArticle;
import org.catena.history.History;
import org.catena.ingest.SubmitArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever changes the record while somebody else does waits, and is never told that the
 * two are in each other's way.
 */
@EditingTest
class WritersTests {

	private static final String ARTICLE = "ash-2025-11-24";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private EntityManager entities;

	@Autowired
	private Drafts drafts;

	@Autowired
	private PublishedArticles articles;

	@Autowired
	private Publishing publishing;

	@Autowired
	private RecordedClaims claims;

	@Autowired
	private EditClaims editClaims;

	@Autowired
	private History history;

	@Autowired
	private RecordTyped recordTyped;

	@Autowired
	private SubmitArticle submitArticle;

	@Autowired
	private WithdrawArticle withdrawArticle;

	@Autowired
	private MergeAgents mergeAgents;

	@Autowired
	private MergeNames mergeNames;

	@Autowired
	private RecordNames recordNames;

	@Autowired
	private Relating relating;

	/** Every way to change the record that touches one article, by name. */
	private final Map<String, Runnable> writers = new LinkedHashMap<>();

	@BeforeEach
	void nameTheWriters() {
		PublishedArticles.Opened opened = this.articles.open(ARTICLE).orElseThrow();
		long draft = this.drafts.open(FirstAccount.NAME, opened.form(), ARTICLE, opened.sha256());
		String claim = ask("""
				select min(c.key) from shown_claim c join article a on a.id = c.article_id
				where a.slug = '%s' and c.claimant_is_author""");
		String other = ask("""
				select min(c.key) from shown_claim c join article a on a.id = c.article_id
				where a.slug = 'baev-2025-12-09' and c.claimant_is_author and '%s' <> ''""");
		String author = ask("""
				select g.slug from byline b join article a on a.id = b.article_id join agent g on g.id = b.agent_id
				where a.slug = '%s' and b.position = 0""");
		String unsaid = ask("""
				select min(g.slug) from agent g where '%s' <> ''
				and not exists (select from claim c where c.claimant_id = g.id)""");
		String source = ask("select s.slug from source s join article a on a.source_id = s.id where a.slug = '%s'");
		this.writers.put("codes", () -> {
			RecordedClaim seen = this.claims.find(claim).orElseThrow();
			this.editClaims.withdraw(seen, "No claim.", this.history.last(EditClaims.KIND, seen.id()));
		});
		this.writers.put("publishes", () -> this.publishing.publish(this.drafts.find(draft).orElseThrow()));
		this.writers.put("takes in",
				() -> this.submitArticle.submit(another(opened.form()), List.of(), Origin.EDITOR, FirstAccount.NAME));
		this.writers.put("withdraws", () -> this.withdrawArticle.withdraw(ARTICLE, "No article."));
		this.writers.put("merges agents", () -> this.mergeAgents.merge(author, unsaid));
		this.writers.put("merges sources", () -> this.mergeNames.sources(source, "prio"));
		this.writers.put("names", () -> this.recordNames.revise(new org.catena.article.SourceSubmission(source,
				"Another name", null, List.of(), null, null, org.catena.article.Basis.unknown())));
		this.writers.put("relates", () -> this.relating
			.relate(new RelationSubmission(RelationType.ELABORATES, claim, other, null, "It adds to it.", "editor")));
	}

	@Test
	void waitForEachOther() throws Exception {
		List<String> failed = new ArrayList<>();
		ExecutorService threads = Executors.newFixedThreadPool(2);
		for (String first : this.writers.keySet()) {
			for (String second : this.writers.keySet()) {
				try {
					bothWrite(threads, first, second);
				}
				catch (java.util.concurrent.ExecutionException ex) {
					failed.add(first + ", " + second + ": " + ex.getCause());
				}
			}
		}
		threads.shutdown();
		assertThat(failed).isEmpty();
	}

	/**
	 * One writes, but has not sent all of it when another begins: that one goes as far as
	 * it gets, then the first ends.
	 */
	private void bothWrite(ExecutorService threads, String first, String second) throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		AtomicInteger process = new AtomicInteger();
		Future<?> one = threads.submit(() -> write(() -> {
			try {
				this.writers.get(first).run();
			}
			finally {
				begun.countDown();
			}
			await(goOn);
		}));
		Future<?> other = threads.submit(() -> {
			await(begun);
			write(() -> {
				process.set(this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
				this.writers.get(second).run();
			});
		});
		while (!one.isDone() && !other.isDone() && !waits(process.get())) {
			Thread.onSpinWait();
		}
		goOn.countDown();
		one.get(1, TimeUnit.MINUTES);
		other.get(1, TimeUnit.MINUTES);
	}

	/** Sends everything, and takes it back. */
	private void write(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			work.run();
			this.entities.flush();
		});
	}

	private boolean waits(int process) {
		return this.jdbc.sql("select exists (select from pg_locks where pid = :process and not granted)")
			.param("process", process)
			.query(Boolean.class)
			.single();
	}

	private static void await(CountDownLatch latch) {
		try {
			if (!latch.await(1, TimeUnit.MINUTES)) {
				throw new AssertionError("Not within a minute");
			}
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The article with another note, as a file has it. */
	private ArticleSubmission another(ArticleForm form) {
		FormErrors errors = new FormErrors();
		ArticleSubmission read = new ArticleReading(form, errors).read(ARTICLE, this.recordTyped.source(form, errors),
				this.recordTyped.authors(form, new AgentNames(this.jdbc), errors), null);
		return new ArticleSubmission(read.slug(), read.plan(), read.title(), read.suppliedTitle(), read.source(),
				read.authors(), read.date(), read.dateWithin(), read.url(), read.alternateUrl(), read.language(),
				read.derivedFrom(), List.of("Another note"), read.raw(), read.bases(), read.text());
	}

	private String ask(String sql) {
		return this.jdbc.sql(sql.formatted(ARTICLE)).query(String.class).single();
	}

}
