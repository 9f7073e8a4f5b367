package org.catena.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.PlanSubmission.PointSubmission;
import org.catena.plan.PlanSubmission.SubPointSubmission;
import org.jspecify.annotations.Nullable;

/**
 * A numbered point of a plan, in our own words. Claims are linked to it.
 */
@Entity
public class Point {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "point_seq")
	@SequenceGenerator(name = "point_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan plan;

	private int number;

	private String title = "";

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private @Nullable Theme theme;

	@ManyToMany
	@JoinTable(name = "point_secondary_theme", joinColumns = @JoinColumn(name = "point_id"),
			inverseJoinColumns = @JoinColumn(name = "theme_id"))
	@OrderColumn(name = "position")
	private List<Theme> secondaryThemes = new ArrayList<>();

	private String summary = "";

	@ElementCollection
	@CollectionTable(name = "sub_point", joinColumns = @JoinColumn(name = "point_id"))
	@MapKeyColumn(name = "letter")
	@Column(name = "summary")
	private Map<String, String> subPoints = new java.util.TreeMap<>();

	private @Nullable String subLetters;

	@ElementCollection
	@CollectionTable(name = "point_keyword", joinColumns = @JoinColumn(name = "point_id"))
	@OrderColumn(name = "position")
	@Column(name = "keyword")
	private List<String> keywords = new ArrayList<>();

	private @Nullable String versionDifferences;

	@ManyToMany
	@JoinTable(name = "point_witness", joinColumns = @JoinColumn(name = "point_id"),
			inverseJoinColumns = @JoinColumn(name = "witness_id"))
	@OrderColumn(name = "position")
	private List<Witness> witnesses = new ArrayList<>();

	private String verification = "";

	@SuppressWarnings("NullAway.Init")
	protected Point() {
	}

	Point(Plan plan, int number) {
		this.plan = plan;
		this.number = number;
	}

	void revise(PointSubmission submission, Map<String, Theme> themes, Map<String, Witness> witnesses) {
		this.title = submission.title();
		this.theme = Objects.requireNonNull(themes.get(submission.theme()), "theme");
		this.secondaryThemes.clear();
		submission.secondaryThemes()
			.forEach((slug) -> this.secondaryThemes.add(Objects.requireNonNull(themes.get(slug), "theme")));
		this.summary = submission.summary();
		this.subLetters = submission.subLetters();
		for (SubPointSubmission subPoint : submission.subPoints()) {
			this.subPoints.put(subPoint.letter(), subPoint.summary());
		}
		this.keywords.clear();
		this.keywords.addAll(submission.keywords());
		this.versionDifferences = submission.versionDifferences();
		this.witnesses.clear();
		submission.witnesses()
			.forEach((name) -> this.witnesses.add(Objects.requireNonNull(witnesses.get(name), "witness")));
		this.verification = submission.verification();
	}

	public long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Plan plan() {
		return this.plan;
	}

	public int number() {
		return this.number;
	}

	public String title() {
		return this.title;
	}

	/** Whether the point has a part of this letter. */
	public boolean hasSubPoint(String letter) {
		return this.subPoints.containsKey(letter);
	}

}
