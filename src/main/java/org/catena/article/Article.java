package org.catena.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.EdtfDate;
import org.catena.plan.Plan;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One piece of commentary. Its text stands in {@link ArticleVersion}s, of which one is
 * current.
 */
@Entity
public class Article {

	/** What {@link #copyTo} fills. */
	static final String COLUMNS = "article (id, slug, state, origin, source_id, plan_id, title, supplied_title, language, "
			+ "date, date_within, date_earliest, date_latest, url, alternate_url, derived_publication, derived_title, "
			+ "derived_date, raw_file, raw_sha256, version, sha256, created_at, updated_at)";

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_seq")
	@SequenceGenerator(name = "article_seq", allocationSize = 50)
	private @Nullable Long id;

	private String slug;

	@Enumerated(EnumType.STRING)
	private ArticleState state = ArticleState.PUBLISHED;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Source source;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Plan plan;

	private @Nullable String title;

	private @Nullable String suppliedTitle;

	private String language;

	private @Nullable String date;

	private @Nullable String dateWithin;

	private @Nullable LocalDate dateEarliest;

	private @Nullable LocalDate dateLatest;

	private @Nullable String url;

	private @Nullable String alternateUrl;

	@Embedded
	private @Nullable DerivedFrom derivedFrom;

	private @Nullable String rawFile;

	@JdbcTypeCode(SqlTypes.CHAR)
	private @Nullable String rawSha256;

	private int version;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	private @Nullable String withdrawnReason;

	private Instant createdAt;

	private Instant updatedAt;

	@ElementCollection
	@CollectionTable(name = "byline", joinColumns = @JoinColumn(name = "article_id"))
	@OrderColumn(name = "position")
	private List<Byline> bylines = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "article_note", joinColumns = @JoinColumn(name = "article_id"))
	@OrderColumn(name = "position")
	@Column(name = "note")
	private List<String> notes = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "article_basis", joinColumns = @JoinColumn(name = "article_id"))
	@MapKeyColumn(name = "field")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<MetadataField, Basis> bases = new EnumMap<>(MetadataField.class);

	@SuppressWarnings("NullAway.Init")
	protected Article() {
	}

	@SuppressWarnings({ "this-escape", "NullAway.Init" })
	Article(ArticleSubmission submission, Names names, Origin origin, String sha256, Instant now) {
		this.slug = submission.slug();
		this.version = 1;
		this.createdAt = now;
		describe(submission, names, origin, sha256, now);
	}

	/** Takes over the metadata of a submission. */
	final void describe(ArticleSubmission submission, Names names, Origin origin, String sha256, Instant now) {
		this.origin = origin;
		this.source = names.source();
		this.plan = names.plan();
		this.title = submission.title();
		this.suppliedTitle = submission.suppliedTitle();
		this.language = submission.language();
		describeDate(submission.date(), submission.dateWithin());
		this.url = submission.url();
		this.alternateUrl = submission.alternateUrl();
		this.derivedFrom = submission.derivedFrom();
		ArticleSubmission.RawText raw = submission.raw();
		this.rawFile = (raw != null) ? raw.file() : null;
		this.rawSha256 = (raw != null) ? raw.sha256() : null;
		this.bylines.clear();
		this.bylines.addAll(names.bylines());
		this.notes.clear();
		this.notes.addAll(submission.notes());
		this.bases.clear();
		this.bases.putAll(submission.bases());
		this.sha256 = sha256;
		this.updatedAt = now;
	}

	private void describeDate(@Nullable EdtfDate date, @Nullable EdtfDate within) {
		EdtfDate bounded = (date != null && within != null) ? date.within(within) : date;
		this.date = (date != null) ? date.text() : null;
		this.dateWithin = (within != null) ? within.text() : null;
		this.dateEarliest = (bounded != null) ? bounded.earliest() : null;
		this.dateLatest = (bounded != null) ? bounded.latest() : null;
	}

	/**
	 * Gives an id to an article that does not go into the record by itself.
	 */
	Article numbered(long number) {
		this.id = number;
		return this;
	}

	/** Adds the article to rows of its table, of {@link #COLUMNS}. */
	void copyTo(CopyRows rows) {
		Plan about = this.plan;
		DerivedFrom derived = this.derivedFrom;
		rows.add(id(), this.slug, this.state.word(), this.origin.word(), this.source.id(),
				(about != null) ? about.id() : null, this.title, this.suppliedTitle, this.language, this.date,
				this.dateWithin, this.dateEarliest, this.dateLatest, this.url, this.alternateUrl,
				(derived != null) ? derived.publication() : null, (derived != null) ? derived.title() : null,
				(derived != null) ? derived.date() : null, this.rawFile, this.rawSha256, this.version, this.sha256,
				this.createdAt, this.updatedAt);
	}

	/** Adds its authors to rows of article, position, agent and printed name. */
	void copyBylinesTo(CopyRows rows) {
		for (int position = 0; position < this.bylines.size(); position++) {
			Byline byline = this.bylines.get(position);
			rows.add(id(), position, byline.agent().id(), byline.printed());
		}
	}

	/** Makes the next version current. */
	int nextVersion() {
		return ++this.version;
	}

	/**
	 * Takes the article out of view. Its address says why.
	 * @param reason a sentence for readers
	 * @param now the time of the change
	 */
	public void withdraw(String reason, Instant now) {
		this.state = ArticleState.WITHDRAWN;
		this.withdrawnReason = reason;
		this.updatedAt = now;
	}

	/** Shows the article again. */
	void restore(Instant now) {
		this.state = ArticleState.PUBLISHED;
		this.withdrawnReason = null;
		this.updatedAt = now;
	}

	/**
	 * Notes that something that belongs to the article, a claim for instance, changed.
	 */
	public void touch(Instant now) {
		this.updatedAt = now;
	}

	public long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public String slug() {
		return this.slug;
	}

	/** The number of the current version, from 1. */
	public int version() {
		return this.version;
	}

	public ArticleState state() {
		return this.state;
	}

	public Origin origin() {
		return this.origin;
	}

	/** The plan that it comments on, if it is said to comment on one. */
	public Optional<Plan> plan() {
		return Optional.ofNullable(this.plan);
	}

	/** The author, where exactly one is known. */
	public Optional<Agent> soleAuthor() {
		return (this.bylines.size() == 1) ? Optional.of(this.bylines.get(0).agent()) : Optional.empty();
	}

	/** Whether somebody is among its authors. */
	public boolean isBy(Agent agent) {
		return this.bylines.stream().anyMatch((byline) -> byline.agent().id() == agent.id());
	}

	/**
	 * Orders two articles by the date that they carry, then by slug. An article without a
	 * date comes last.
	 */
	public boolean isBefore(Article other) {
		return orderingKey().compareTo(other.orderingKey()) < 0;
	}

	/**
	 * What orders articles: the date without its qualifiers, then the slug. A method, not
	 * fields, because the other article may be a proxy that is not loaded yet.
	 */
	public String orderingKey() {
		return ((this.date != null) ? this.date.replaceAll("[\\[~?%]", "") : "~") + " " + this.slug;
	}

	String sha256() {
		return this.sha256;
	}

	/** What a submission names, found in the archive. */
	record Names(Source source, @Nullable Plan plan, List<Byline> bylines) {
	}

}
