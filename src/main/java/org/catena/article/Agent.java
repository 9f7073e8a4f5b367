package org.catena.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person, a body or a group: the author of an article or the claimant of a claim. It
 * has one authorised name and any number of variants, which serve search and linking.
 */
@Entity
public class Agent {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_seq")
	@SequenceGenerator(name = "agent_seq", allocationSize = 50)
	private @Nullable Long id;

	private String slug;

	private String name;

	@Enumerated(EnumType.STRING)
	private AgentKind kind;

	private @Nullable String about;

	@ElementCollection
	@CollectionTable(name = "agent_variant", joinColumns = @JoinColumn(name = "agent_id"))
	@OrderColumn(name = "position")
	@Column(name = "name")
	private List<String> variants = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private Origin origin;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String sha256;

	@SuppressWarnings("NullAway.Init")
	protected Agent() {
	}

	@SuppressWarnings({ "this-escape", "NullAway.Init" })
	Agent(AgentSubmission submission, Origin origin, String sha256) {
		this.slug = submission.slug();
		revise(submission, origin, sha256);
	}

	final void revise(AgentSubmission submission, Origin origin, String sha256) {
		this.origin = origin;
		this.name = submission.name();
		this.kind = submission.kind();
		this.about = submission.about();
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
	public List<String> names() {
		List<String> names = new ArrayList<>();
		names.add(this.name);
		names.addAll(this.variants);
		return names;
	}

	/** The agent as it would be handed in. */
	AgentSubmission submission() {
		return new AgentSubmission(this.slug, this.name, this.kind, List.copyOf(this.variants), this.about);
	}

	/** Who changed it last. */
	Origin origin() {
		return this.origin;
	}

	String sha256() {
		return this.sha256;
	}

}
