package org.catena.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.PlanSubmission.PointCount;
import org.catena.plan.PlanSubmission.PointSubmission;
import org.catena.plan.PlanSubmission.WitnessSubmission;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A document that articles comment on, made of numbered points. Points are added and
 * reworded, never taken away: claims are linked to them for ever.
 */
@Entity
public class Plan {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_seq")
	@SequenceGenerator(name = "plan_seq", allocationSize = 50)
	private @Nullable Long id;

	private String slug;

	private String title;

	private String about;

	private String published;

	private LocalDate publishedEarliest;

	private LocalDate publishedLatest;

	@Enumerated(EnumType.STRING)
	private @Nullable PlanBasis publishedBasis;

	private @Nullable String publishedEvidence;

	@Enumerated(EnumType.STRING)
	private Known known;

	private @Nullable Integer pointCount;

	@Enumerated(EnumType.STRING)
	private @Nullable PlanBasis pointCountBasis;

	private @Nullable String pointCountEvidence;

	private @Nullable String limits;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	@ElementCollection
	@CollectionTable(name = "plan_difference", joinColumns = @JoinColumn(name = "plan_id"))
	@OrderColumn(name = "position")
	@Column(name = "sentence")
	private List<String> differences = new ArrayList<>();

	@OneToMany(mappedBy = "plan", cascade = CascadeType.ALL)
	@OrderBy("position")
	private List<Theme> themes = new ArrayList<>();

	@OneToMany(mappedBy = "plan", cascade = CascadeType.ALL)
	private List<Witness> witnesses = new ArrayList<>();

	@OneToMany(mappedBy = "plan", cascade = CascadeType.ALL)
	@OrderBy("number")
	private List<Point> points = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Plan() {
	}

	@SuppressWarnings({ "this-escape", "NullAway.Init" })
	Plan(PlanSubmission submission, String sha256) {
		this.slug = submission.slug();
		revise(submission, sha256);
	}

	final void revise(PlanSubmission submission, String sha256) {
		this.title = submission.title();
		this.about = submission.about();
		this.published = submission.published().text();
		this.publishedEarliest = submission.published().earliest();
		this.publishedLatest = submission.published().latest();
		this.publishedBasis = submission.publishedBasis();
		this.publishedEvidence = submission.publishedEvidence();
		this.known = submission.known();
		PointCount count = submission.count();
		this.pointCount = (count != null) ? Integer.valueOf(count.value()) : null;
		this.pointCountBasis = (count != null) ? count.basis() : null;
		this.pointCountEvidence = (count != null) ? count.evidence() : null;
		this.limits = submission.limits();
		this.sha256 = sha256;
		this.differences.clear();
		this.differences.addAll(submission.differences());
		Map<String, Theme> themesBySlug = reviseThemes(submission.themes());
		Map<String, Witness> witnessesByName = reviseWitnesses(submission.witnesses());
		for (PointSubmission point : submission.points()) {
			findPoint(point.number()).orElseGet(() -> addPoint(point.number()))
				.revise(point, themesBySlug, witnessesByName);
		}
	}

	private Point addPoint(int number) {
		Point point = new Point(this, number);
		this.points.add(point);
		return point;
	}

	private Map<String, Theme> reviseThemes(Map<String, String> names) {
		Map<String, Theme> bySlug = new LinkedHashMap<>();
		this.themes.forEach((theme) -> bySlug.put(theme.slug(), theme));
		int position = 0;
		for (Map.Entry<String, String> name : names.entrySet()) {
			Theme theme = bySlug.computeIfAbsent(name.getKey(), (slug) -> {
				Theme added = new Theme(this, slug);
				this.themes.add(added);
				return added;
			});
			theme.revise(name.getValue(), position++);
		}
		return bySlug;
	}

	private Map<String, Witness> reviseWitnesses(List<WitnessSubmission> submissions) {
		Map<String, Witness> byName = new LinkedHashMap<>();
		this.witnesses.forEach((witness) -> byName.put(witness.name(), witness));
		for (WitnessSubmission submission : submissions) {
			byName.computeIfAbsent(submission.name(), (name) -> {
				Witness added = new Witness(this, name);
				this.witnesses.add(added);
				return added;
			}).revise(submission);
		}
		return byName;
	}

	/**
	 * Finds a point by its number.
	 * @param number from 1
	 * @return the point, or nothing where the plan has no such point
	 */
	public java.util.Optional<Point> findPoint(int number) {
		return this.points.stream().filter((point) -> point.number() == number).findFirst();
	}

	public long id() {
		return java.util.Objects.requireNonNull(this.id, "not stored yet");
	}

	public String slug() {
		return this.slug;
	}

	String sha256() {
		return this.sha256;
	}

	/** The title of the plan. */
	public String title() {
		return this.title;
	}

}
