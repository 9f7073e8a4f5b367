package org.catena.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A publication in which articles appear.
 */
@Entity
public class Source {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "source_seq")
	@SequenceGenerator(name = "source_seq", allocationSize = 50)
	private @Nullable Long id;

	private String slug;

	private String name;

	private @Nullable String publisher;

	private @Nullable String website;

	private @Nullable String country;

	@Embedded
	@AttributeOverride(name = "kind", column = @Column(name = "country_basis"))
	@AttributeOverride(name = "evidence", column = @Column(name = "country_evidence"))
	@AttributeOverride(name = "confidence", column = @Column(name = "country_confidence", precision = 3, scale = 2))
	private Basis countryBasis;

	@ElementCollection
	@CollectionTable(name = "source_variant", joinColumns = @JoinColumn(name = "source_id"))
	@OrderColumn(name = "position")
	@Column(name = "name")
	private List<String> variants = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private Origin origin;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	@SuppressWarnings("NullAway.Init")
	protected Source() {
	}

	@SuppressWarnings({ "this-escape", "NullAway.Init" })
	Source(SourceSubmission submission, Origin origin, String sha256) {
		this.slug = submission.slug();
		revise(submission, origin, sha256);
	}

	final void revise(SourceSubmission submission, Origin origin, String sha256) {
		this.origin = origin;
		this.name = submission.name();
		this.publisher = submission.publisher();
		this.website = submission.website();
		this.country = submission.country();
		this.countryBasis = submission.countryBasis();
		this.variants.clear();
		this.variants.addAll(submission.variants());
		this.sha256 = sha256;
	}

	public long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public String slug() {
		return this.slug;
	}

	public String name() {
		return this.name;
	}

	/** The authorised name and every variant. */
	List<String> names() {
		List<String> names = new ArrayList<>();
		names.add(this.name);
		names.addAll(this.variants);
		return names;
	}

	/** The source as it would be handed in. */
	SourceSubmission submission() {
		return new SourceSubmission(this.slug, this.name, this.publisher, List.copyOf(this.variants), this.website,
				this.country, this.countryBasis);
	}

	/** Who changed it last. */
	Origin origin() {
		return this.origin;
	}

	String sha256() {
		return this.sha256;
	}

}
