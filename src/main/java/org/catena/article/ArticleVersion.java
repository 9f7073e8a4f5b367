package org.catena.article;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.catena.plan.Sha256;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An immutable text of an article. A correction makes a new version.
 */
@Entity
@Immutable
public class ArticleVersion {

	/** What {@link #copyTo} fills. */
	static final String COLUMNS = "article_version (id, article_id, number, text, sha256, code_points, words, reason, "
			+ "created_at, created_by)";

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_version_seq")
	@SequenceGenerator(name = "article_version_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Article article;

	private int number;

	private String text;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	private int codePoints;

	private int words;

	private String reason;

	private Instant createdAt;

	private String createdBy;

	@SuppressWarnings("NullAway.Init")
	protected ArticleVersion() {
	}

	ArticleVersion(Article article, int number, ArticleText text, String reason, String by, Instant now) {
		this.article = article;
		this.number = number;
		this.text = text.value();
		this.sha256 = Sha256.of(text.value());
		this.codePoints = text.codePoints();
		this.words = text.words();
		this.reason = reason;
		this.createdBy = by;
		this.createdAt = now;
	}

	/** Adds the version to rows of its table, of {@link #COLUMNS}. */
	void copyTo(CopyRows rows, long number) {
		rows.add(number, this.article.id(), this.number, this.text, this.sha256, this.codePoints, this.words,
				this.reason, this.createdAt, this.createdBy);
	}

	public long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	/** From 1. */
	public int number() {
		return this.number;
	}

	public String text() {
		return this.text;
	}

	String sha256() {
		return this.sha256;
	}

}
