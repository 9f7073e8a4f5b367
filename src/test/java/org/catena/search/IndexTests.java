package org.catena.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.EntityManagerFactory;
import org.catena.CatenaApplication;
import org.catena.annotation.Claim;
import org.catena.article.Accession;
import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.Article;
import org.catena.article.ArticleChanged;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleText;
import org.catena.article.Articles;
import org.catena.article.ArticlesAdded;
import org.catena.article.Origin;
import org.catena.article.RecordNames;
import org.catena.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The index follows the record, whatever happens. */
class IndexTests {

	/** A word that no article of the corpus has. */
	private static final String WORD = "quokka";

	private static long found(Search search, String typed) {
		return search.find(SearchQuery.of(typed, Scope.ARTICLES)).articles();
	}

	static ArticleSubmission piece(String slug, String text) {
		return new ArticleSubmission(slug, null, null, "[A piece of a test]", "prio", List.of(), null, null, null, null,
				"en", null, List.of(), null, new TreeMap<>(), new ArticleText(text));
	}

	@Nested
	@SpringBootTest
	@TestPropertySource(properties = "catena.test.context=index")
	class OfARunningSite {

		@Autowired
		private Search search;

		@Autowired
		private Accession accession;

		@Autowired
		private RecordNames names;

		@Autowired
		private Articles articles;

		@Autowired
		private IndexAtStart indexAtStart;

		@Autowired
		private IndexFolder folder;

		@Autowired
		private Rebuilds rebuilds;

		@Autowired
		private JdbcClient jdbc;

		@Autowired
		private EntityManagerFactory entities;

		@Autowired
		private TransactionTemplate transaction;

		@Autowired
		private ApplicationEventPublisher events;

		@BeforeEach
		void settle() {
			IndexSettles.on(this.jdbc);
		}

		@Test
		void findsAPieceSoonAfterItIsAdded() {
			this.accession.accept(piece("added", "A wombat 🦡 in Zürich."), Origin.EDITOR, "test");
			IndexSettles.until(() -> found(this.search, "wombats") == 1);
			assertThat(found(this.search, "🦡")).isOne();
			assertThat(found(this.search, "zurich")).isOne();
			this.accession.accept(piece("added", "A numbat."), Origin.EDITOR, "test");
			IndexSettles.until(() -> found(this.search, "numbat") == 1);
			assertThat(found(this.search, "wombat")).isZero();
		}

		@Test
		void doesNotFindWhatIsWithdrawn() {
			change("pomeroy-2025-12-04", (article) -> article.withdraw("For a test.", Clock.systemUTC().instant()));
			IndexSettles.on(this.jdbc);
			assertThat(found(this.search, "pomeroy")).isZero();
			assertThat(this.search.find(SearchQuery.of("", Scope.CLAIMS)).claims())
				.isEqualTo(this.jdbc.sql("select count(*) from shown_claim").query(Long.class).single());
		}

		@Test
		void findsAnArticleByTheNewNameOfItsAuthor() {
			this.names
				.record(new AgentSubmission("timothy-ash", "Timothy Thylacine", AgentKind.PERSON, List.of(), null));
			IndexSettles.until(() -> found(this.search, "thylacine") == 1);
		}

		@Test
		void leavesNoEventOfWhatIsRolledBack() {
			this.transaction.executeWithoutResult((status) -> {
				this.accession.accept(piece("never", "A " + WORD + "."), Origin.EDITOR, "test");
				status.setRollbackOnly();
			});
			IndexSettles.on(this.jdbc);
			assertThat(found(this.search, WORD)).isZero();
		}

		@Test
		void findsArticlesThatWereAddedInBulkWithoutEvents() {
			this.accession.accept(piece("bulk", "A bandicoot."), Origin.EDITOR, "test");
			IndexSettles.on(this.jdbc);
			empty();
			assertThat(found(this.search, "bandicoot")).isZero();
			this.transaction.executeWithoutResult((status) -> {
				this.events.publishEvent(new ArticlesAdded(
						this.jdbc.sql("select id from article order by id").query(Long.class).list()));
			});
			IndexSettles.on(this.jdbc);
			assertThat(found(this.search, "bandicoot")).isOne();
			assertThat(found(this.search, "lavrov")).isOne();
			assertThat(this.search.find(SearchQuery.of("", Scope.CLAIMS)).claims())
				.isEqualTo(this.jdbc.sql("select count(*) from shown_claim").query(Long.class).single());
		}

		@Test
		void hearsOfChangesInsideTransactionsOnly() {
			assertThatIllegalStateException().isThrownBy(() -> this.events.publishEvent(new ArticleChanged(1)));
			assertThatIllegalStateException()
				.isThrownBy(() -> this.events.publishEvent(new ArticlesAdded(List.of(1L))));
		}

		@Test
		void isMadeAnewWhereItIsOfAnotherDatabase() {
			this.folder.write(IndexMark.made(UUID.randomUUID()));
			empty();
			start();
			assertThat(found(this.search, "lavrov")).isOne();
			assertThat(this.folder.read()).isEqualTo(IndexMark.made(this.rebuilds.database()));
		}

		@Test
		void isMadeAnewWhereNothingSaysWhatItIs() throws IOException {
			Files.delete(this.folder.path().resolve("made-from"));
			empty();
			start();
			assertThat(found(this.search, "lavrov")).isOne();
			assertThat(this.folder.read()).isEqualTo(IndexMark.made(this.rebuilds.database()));
		}

		@Test
		void isMadeAnewAfterARebuildFromNothingWasCutOff() {
			this.folder.write(IndexMark.making(-1, this.rebuilds.database()));
			empty();
			assertThat(this.search.find(SearchQuery.of("lavrov", Scope.ARTICLES)).rebuilding()).isTrue();
			start();
			assertThat(this.search.find(SearchQuery.of("lavrov", Scope.ARTICLES)).rebuilding()).isFalse();
			assertThat(found(this.search, "lavrov")).isOne();
		}

		@Test
		void isRebuiltInPlaceWhereAnotherMappingMadeIt() {
			this.folder.write("database " + this.rebuilds.database() + "\nmapping of old\n");
			start();
			assertThat(this.jdbc.sql("select reason from index_rebuild order by id desc limit 1")
				.query(String.class)
				.single()).isEqualTo("The index was made by another mapping");
			answersUntilRebuilt();
			assertThat(this.folder.read()).isEqualTo(IndexMark.made(this.rebuilds.database()));
		}

		@Test
		void isRebuiltInPlaceWhereSomethingIsMissing() {
			empty();
			assertThat(found(this.search, "lavrov")).isZero();
			start();
			IndexSettles.until(() -> this.rebuilds.underWay().isEmpty());
			assertThat(found(this.search, "lavrov")).isOne();
		}

		@Test
		void answersWhileItIsRebuiltOnDemand() {
			assertThat(this.rebuilds.begin("A test wants it")).isTrue();
			answersUntilRebuilt();
		}

		@Test
		void losesInARebuildWhatTheRecordDoesNotHave() {
			this.accession.accept(piece("gone", "A pademelon."), Origin.EDITOR, "test");
			IndexSettles.until(() -> found(this.search, "pademelon") == 1);
			long article = this.jdbc.sql("select id from article where slug = 'gone'").query(Long.class).single();
			this.jdbc.sql("alter table article_version disable trigger user").update();
			for (String table : List.of("article_version", "article_basis", "byline", "article_note",
					"article_stamp")) {
				this.jdbc.sql("delete from " + table + " where article_id = ?").param(article).update();
			}
			this.jdbc.sql("delete from article where id = ?").param(article).update();
			this.jdbc.sql("alter table article_version enable trigger user").update();
			assertThat(found(this.search, "pademelon")).isOne();
			this.rebuilds.begin("A test wants it");
			answersUntilRebuilt();
			assertThat(found(this.search, "pademelon")).isZero();
		}

		private void answersUntilRebuilt() {
			long claims = this.jdbc.sql("select count(*) from shown_claim").query(Long.class).single();
			do {
				assertThat(found(this.search, "lavrov")).isOne();
				assertThat(this.search.find(SearchQuery.of("", Scope.CLAIMS)).claims()).isEqualTo(claims);
			}
			while (this.rebuilds.underWay().isPresent());
		}

		private void empty() {
			org.hibernate.search.mapper.orm.Search.mapping(this.entities)
				.scope(List.of(Article.class, Claim.class))
				.workspace()
				.purge();
		}

		private void start() {
			this.indexAtStart.run(new DefaultApplicationArguments());
		}

		private void change(String slug, java.util.function.Consumer<Article> change) {
			this.transaction.executeWithoutResult((status) -> {
				Article article = this.articles.findBySlug(slug).orElseThrow();
				change.accept(article);
				this.events.publishEvent(new ArticleChanged(article.id()));
			});
		}

	}

	@Nested
	class OfASiteThatStartsAgain {

		@TempDir
		private Path data;

		private final JdbcConnectionDetails database = TestDatabase.fresh();

		@Test
		void isNeverWithoutWhatIsCommitted() throws IOException {
			try (ConfigurableApplicationContext command = run("command", "ingest")) {
				assertThat(events(command)).isPositive();
				assertThat(this.data.resolve("index")).doesNotExist();
			}
			try (ConfigurableApplicationContext site = run("site")) {
				assertThat(found(site.getBean(Search.class), "lavrov")).isOne();
				IndexSettles.on(site.getBean(JdbcClient.class));
			}
			try (ConfigurableApplicationContext site = run("site", "--catena.search.event-processing=false")) {
				assertThat(found(site.getBean(Search.class), "lavrov")).isOne();
				site.getBean(Accession.class).accept(piece("late", "A " + WORD + "."), Origin.EDITOR, "test");
				assertThat(events(site)).isPositive();
				addInBulk(site, piece("bulk", "A bilby."));
				assertThat(found(site.getBean(Search.class), WORD)).isZero();
				assertThat(found(site.getBean(Search.class), "bilby")).isZero();
			}
			try (ConfigurableApplicationContext site = run("site")) {
				IndexSettles.until(() -> found(site.getBean(Search.class), WORD) == 1);
				IndexSettles.until(() -> found(site.getBean(Search.class), "bilby") == 1);
				IndexSettles.on(site.getBean(JdbcClient.class));
			}
			FileSystemUtils.deleteRecursively(this.data.resolve("index"));
			try (ConfigurableApplicationContext site = run("site")) {
				assertThat(found(site.getBean(Search.class), WORD)).isOne();
				assertThat(found(site.getBean(Search.class), "lavrov")).isOne();
			}
		}

		/** Leaves no event for the library. */
		private static void addInBulk(ConfigurableApplicationContext site, ArticleSubmission piece) {
			JdbcClient jdbc = site.getBean(JdbcClient.class);
			jdbc.sql("create table kept as select * from hsearch_outbox_event").update();
			site.getBean(Accession.class).accept(piece, Origin.EDITOR, "test");
			site.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
				jdbc.sql("delete from hsearch_outbox_event where id not in (select id from kept)").update();
				site.publishEvent(new ArticlesAdded(jdbc.sql("select id from article where slug = ?")
					.param(piece.slug())
					.query(Long.class)
					.list()));
			});
		}

		private static long events(ConfigurableApplicationContext context) {
			return context.getBean(JdbcClient.class)
				.sql("select count(*) from hsearch_outbox_event")
				.query(Long.class)
				.single();
		}

		private ConfigurableApplicationContext run(String profile, String... args) {
			List<String> all = new ArrayList<>(List.of(args));
			all.addAll(List.of("--catena.data-dir=" + this.data, "--catena.ingest.on-startup=never",
					"--spring.datasource.url=" + this.database.getJdbcUrl(),
					"--spring.datasource.username=" + this.database.getUsername(),
					"--spring.datasource.password=" + this.database.getPassword()));
			return new SpringApplicationBuilder(CatenaApplication.class).web(WebApplicationType.NONE)
				.profiles(profile)
				.run(all.toArray(String[]::new));
		}

	}

}
