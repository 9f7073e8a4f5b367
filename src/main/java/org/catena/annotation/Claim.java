package org.catena.annotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.catena.article.Agent;
import org.catena.article.Article;
import org.catena.article.ArticleState;
import org.catena.article.ArticleVersion;
import org.catena.article.CopyRows;
import org.catena.article.Origin;
import org.catena.article.TextSpan;
import org.catena.plan.Point;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an article in which somebody asserts something about the plan, coded by
 * the codebook. Its id is permanent; a claim that is no longer held is withdrawn, never
 * deleted.
 */
@Entity
public class Claim {

	/** What {@link #copyTo} fills. */
	static final String COLUMNS = "claim (id, key, article_id, standing, exact, prefix, suffix, made_on_version, "
			+ "placed_on_version, anchoring, span_start, span_end, paraphrase, version, claimant_is_author, claimant_id, "
			+ "uptake, certainty, kind, target, target_agent_id, aspect, stance, confidence, coding, codebook, note, "
			+ "sha256, created_at, updated_at)";

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "claim_seq")
	@SequenceGenerator(name = "claim_seq", allocationSize = 50)
	private @Nullable Long id;

	private String key;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Article article;

	@Enumerated(EnumType.STRING)
	private Standing standing;

	private @Nullable String withdrawnReason;

	private String exact;

	private @Nullable String prefix;

	private @Nullable String suffix;

	private int madeOnVersion;

	private int placedOnVersion;

	@Enumerated(EnumType.STRING)
	private AnchoringState anchoring;

	@Column(precision = 3, scale = 2)
	private @Nullable BigDecimal anchoringScore;

	private @Nullable Integer spanStart;

	private @Nullable Integer spanEnd;

	private String paraphrase;

	@Enumerated(EnumType.STRING)
	private PlanVersion version;

	private boolean claimantIsAuthor;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Agent claimant;

	@ElementCollection
	@CollectionTable(name = "claim_via", joinColumns = @JoinColumn(name = "claim_id"))
	@OrderColumn(name = "position")
	private List<Via> via = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private @Nullable Uptake uptake;

	@Enumerated(EnumType.STRING)
	private Certainty certainty;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	@Enumerated(EnumType.STRING)
	private Target target;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Agent targetAgent;

	@Enumerated(EnumType.STRING)
	private Aspect aspect;

	@Enumerated(EnumType.STRING)
	private Stance stance;

	@Column(precision = 3, scale = 2)
	private BigDecimal confidence;

	private String coding;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	private String codebook;

	private @Nullable String note;

	@ElementCollection
	@CollectionTable(name = "claim_point", joinColumns = @JoinColumn(name = "claim_id"))
	@OrderColumn(name = "position")
	private List<ClaimPoint> points = new ArrayList<>();

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected Claim() {
	}

	@SuppressWarnings({ "this-escape", "NullAway.Init" })
	Claim(Article article, ClaimSubmission submission, Names names, TextSpan span, Keeping keeping) {
		this.article = article;
		this.key = submission.key();
		this.createdAt = keeping.now();
		quote(submission.quote(), span);
		describe(submission, names, keeping);
	}

	/** Takes over a coding, whole. A quote that is the same stays where it was placed. */
	void code(ClaimSubmission submission, Names names, TextSpan span, Keeping keeping) {
		if (!quote().equals(submission.quote()) || this.placedOnVersion != this.article.version()
				|| this.anchoring == AnchoringState.ORPHAN || !isHeld()) {
			quote(submission.quote(), span);
		}
		describe(submission, names, keeping);
	}

	/** Takes the quote from the current version of the text. */
	private void quote(TextQuote quote, TextSpan span) {
		this.exact = quote.exact();
		this.prefix = quote.prefix();
		this.suffix = quote.suffix();
		this.madeOnVersion = this.article.version();
		this.placedOnVersion = this.article.version();
		this.anchoring = AnchoringState.EXACT;
		this.anchoringScore = null;
		this.spanStart = span.start();
		this.spanEnd = span.end();
	}

	/** Takes over everything of a coding but its quote. */
	final void describe(ClaimSubmission submission, Names names, Keeping keeping) {
		this.standing = keeping.standing();
		this.withdrawnReason = null;
		this.paraphrase = submission.paraphrase();
		this.version = submission.version();
		this.claimantIsAuthor = ClaimSubmission.AUTHOR.equals(submission.claimant());
		this.claimant = names.claimant();
		this.via.clear();
		this.via.addAll(names.via());
		this.uptake = submission.uptake();
		this.certainty = submission.certainty();
		this.kind = submission.kind();
		this.target = submission.target();
		this.targetAgent = names.targetAgent();
		this.aspect = submission.aspect();
		this.stance = submission.stance();
		this.confidence = submission.confidence();
		this.coding = submission.coding();
		this.origin = keeping.origin();
		this.codebook = submission.codebook();
		this.note = submission.note();
		this.points.clear();
		this.points.addAll(names.points());
		this.sha256 = keeping.sha256();
		this.updatedAt = keeping.now();
	}

	/**
	 * Adds a claim that does not go into the record by itself to rows of the three tables
	 * that hold claims: {@link #COLUMNS}; claim, position, whether it is the author, and
	 * agent; claim, position, point, letter and bearing.
	 * @param number its id
	 */
	void copyTo(long number, CopyRows claims, CopyRows vias, CopyRows links) {
		Uptake taken = this.uptake;
		claims.add(number, this.key, this.article.id(), this.standing.word(), this.exact, this.prefix, this.suffix,
				this.madeOnVersion, this.placedOnVersion, this.anchoring.word(), this.spanStart, this.spanEnd,
				this.paraphrase, this.version.word(), this.claimantIsAuthor, idOf(this.claimant),
				(taken != null) ? taken.word() : null, this.certainty.word(), this.kind.word(), this.target.word(),
				idOf(this.targetAgent), this.aspect.word(), this.stance.word(), this.confidence, this.coding,
				this.codebook, this.note, this.sha256, this.createdAt, this.updatedAt);
		for (int position = 0; position < this.via.size(); position++) {
			Via through = this.via.get(position);
			vias.add(number, position, through.author(), idOf(through.agent()));
		}
		for (int position = 0; position < this.points.size(); position++) {
			ClaimPoint link = this.points.get(position);
			links.add(number, position, link.point().id(), link.letter(), link.bearing().word());
		}
	}

	private static @Nullable Long idOf(@Nullable Agent agent) {
		return (agent != null) ? agent.id() : null;
	}

	/** Places the claim anew after its article got another version. */
	void place(Reanchored found, Instant now) {
		TextSpan place = found.place();
		this.placedOnVersion = this.article.version();
		this.anchoring = found.state();
		this.anchoringScore = (found.state() == AnchoringState.FUZZY) ? found.score() : null;
		this.spanStart = (place != null) ? place.start() : null;
		this.spanEnd = (place != null) ? place.end() : null;
		this.updatedAt = now;
	}

	/** Notes that an editor changed it: files do not overwrite it from now on. */
	void changedByEditor(Instant now) {
		this.origin = Origin.EDITOR;
		this.updatedAt = now;
	}

	void withdraw(String reason, Instant now) {
		this.standing = Standing.WITHDRAWN;
		this.withdrawnReason = reason;
		this.updatedAt = now;
	}

	TextQuote quote() {
		return new TextQuote(this.exact, this.prefix, this.suffix);
	}

	public long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	/** The permanent id. */
	public String key() {
		return this.key;
	}

	public Article article() {
		return this.article;
	}

	Standing standing() {
		return this.standing;
	}

	String coding() {
		return this.coding;
	}

	String sha256() {
		return this.sha256;
	}

	Origin origin() {
		return this.origin;
	}

	Stance stance() {
		return this.stance;
	}

	String paraphrase() {
		return this.paraphrase;
	}

	AnchoringState anchoring() {
		return this.anchoring;
	}

	/** The number of the version from which its quote was taken. */
	int madeOn() {
		return this.madeOnVersion;
	}

	/** The number of the version in which the span counts. */
	int placedOn() {
		return this.placedOnVersion;
	}

	/** Its place in that version; null for an orphan. */
	@Nullable TextSpan place() {
		return (this.spanStart != null && this.spanEnd != null) ? new TextSpan(this.spanStart, this.spanEnd) : null;
	}

	/** Whether its quote stands, word for word, in a text. */
	boolean isVerbatimIn(ArticleVersion text) {
		return this.placedOnVersion == text.number()
				&& (this.anchoring == AnchoringState.EXACT || this.anchoring == AnchoringState.MOVED);
	}

	boolean isHeld() {
		return this.standing != Standing.WITHDRAWN;
	}

	/** Whether readers see it. */
	boolean isShown() {
		return this.standing == Standing.SHOWN && this.article.state() == ArticleState.PUBLISHED;
	}

	/**
	 * Whether both have one claimant. An author whom nobody names is one per article.
	 */
	boolean hasClaimantOf(Claim other) {
		return isClaimantOf(other, this.claimant, this.claimantIsAuthor);
	}

	/** Whether both would have one claimant if this claim were coded so. */
	boolean wouldHaveClaimantOf(Claim other, ClaimSubmission submission, Names names) {
		return isClaimantOf(other, names.claimant(), ClaimSubmission.AUTHOR.equals(submission.claimant()));
	}

	private boolean isClaimantOf(Claim other, @Nullable Agent claimant, boolean author) {
		Agent others = other.claimant();
		if (claimant != null && others != null) {
			return claimant.id() == others.id();
		}
		return author && other.isByAuthor() && this.article.id() == other.article().id();
	}

	/** Whether it is linked to a point. */
	boolean isLinkedTo(Point point) {
		return this.points.stream().anyMatch((link) -> link.point().id() == point.id());
	}

	/**
	 * Why nothing may rest on a claim that was asked for; null where something may.
	 * @param claim the claim, if there is one
	 * @param key the id by which it was asked for
	 */
	static @Nullable String obstacle(@Nullable Claim claim, String key) {
		if (claim == null) {
			return "No claim has the id \"" + key + "\". Correct the id.";
		}
		return switch (claim.standing()) {
			case SHOWN -> null;
			case COMPARED -> "The claim \"" + key
					+ "\" is of a coding that serves comparison only. Name a claim that readers are shown.";
			case WITHDRAWN -> (claim.origin() == Origin.EDITOR)
					? "An editor has withdrawn the claim \"" + key + "\". Take out what rests on it, too."
					: "The claim \"" + key + "\" is withdrawn. Put it back, or take out what rests on it, too.";
		};
	}

	@Nullable Agent claimant() {
		return this.claimant;
	}

	boolean isByAuthor() {
		return this.claimantIsAuthor;
	}

	/** The first code point in the current version; the largest number for an orphan. */
	int position() {
		return (this.spanStart != null) ? this.spanStart : Integer.MAX_VALUE;
	}

	/** What a submission names, found in the archive. */
	record Names(@Nullable Agent claimant, List<Via> via, @Nullable Agent targetAgent, List<ClaimPoint> points) {
	}

	/**
	 * How a coding is kept.
	 *
	 * @param standing what it is to the archive
	 * @param origin who hands it in
	 * @param sha256 its hash
	 * @param now the time of the change
	 */
	record Keeping(Standing standing, Origin origin, String sha256, Instant now) {
	}

}
