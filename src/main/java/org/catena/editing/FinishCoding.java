package org.catena.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.catena.agreement.Agreements;
import org.catena.agreement.CodedClaim;
import org.catena.agreement.CodedClaim.PointLink;
import org.catena.agreement.CodedField;
import org.catena.agreement.PairedClaim;
import org.catena.annotation.ClaimSubmission;
import org.catena.article.TextSpan;
import org.catena.editing.SecondCoding.Coded;
import org.catena.plan.RecordLock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finishes a second coding: checks its claims as publishing would, then keeps both
 * codings as they are at this moment. Agreement is measured from these.
 */
@Component
class FinishCoding {

	private static final String NAME = "second";

	private final RecordLock lock;

	private final SecondCodings codings;

	private final ClaimCheck check;

	private final Agreements agreements;

	private final Snapshots snapshots;

	private final JdbcClient jdbc;

	FinishCoding(RecordLock lock, SecondCodings codings, ClaimCheck check, Agreements agreements, Snapshots snapshots,
			JdbcClient jdbc) {
		this.lock = lock;
		this.codings = codings;
		this.check = check;
		this.agreements = agreements;
		this.snapshots = snapshots;
		this.jdbc = jdbc;
	}

	/**
	 * Finishes a coding.
	 * @param coding the coding, as its coder saw it
	 * @return what is to be mended first; nothing was changed then
	 */
	@Transactional
	public List<ToMend> finish(SecondCoding coding) {
		if (!coding.isOpen()) {
			return List.of();
		}
		// Nobody changes the claims of the article while they are copied.
		this.lock.take();
		AgentNames names = names(coding);
		List<ToMend> toMend = check(coding, names);
		if (!toMend.isEmpty()) {
			return toMend;
		}
		int version = this.jdbc.sql("select version from article where slug = :slug")
			.param("slug", coding.article())
			.query(Integer.class)
			.single();
		if (version != coding.coded().version() || !this.codings.finish(coding, coding.owner())) {
			return List.of(new ToMend(0, "The coding was changed in another window. Look at it, then finish it."));
		}
		List<CodedClaim> second = new ArrayList<>();
		Map<CodedClaim, ClaimForm> forms = new IdentityHashMap<>();
		List<ClaimForm> typed = coding.typed().claims();
		for (int i = 0; i < typed.size(); i++) {
			CodedClaim claim = coded(coding, typed.get(i), key(i), names);
			second.add(claim);
			forms.put(claim, typed.get(i));
		}
		keep(coding.id(), PairedClaim.of(this.agreements.shown(coding.article()), second), forms);
		return List.of();
	}

	private List<ToMend> check(SecondCoding coding, AgentNames names) {
		List<ToMend> toMend = new ArrayList<>();
		Coded coded = coding.coded();
		List<ClaimForm> claims = coding.typed().claims();
		if (coding.isOfOldText()) {
			toMend.add(new ToMend(0, "The article was corrected since: go on with the text as it is now."));
		}
		if (claims.isEmpty()) {
			toMend.add(new ToMend(0, "Mark at least one claim. If the text has none, give the coding up and say so."));
		}
		for (int i = 0; i < claims.size(); i++) {
			int number = i + 1;
			this.check.check(claims.get(i), coded.text(), coded.plan(), names)
				.summary()
				.forEach((error) -> toMend.add(new ToMend(number, error.sentence())));
		}
		return toMend;
	}

	/** The names that its claims may use; those that are new stand for themselves. */
	private AgentNames names(SecondCoding coding) {
		AgentNames names = new AgentNames(this.jdbc);
		coding.typed()
			.agents()
			.stream()
			.filter((agent) -> !agent.isEmpty() && names.find(agent.name()).isEmpty())
			.forEach((agent) -> names.add(agent.name(), agent.name().strip()));
		return names;
	}

	/**
	 * A claim of a second coding, or of its adjudication, so that it can be compared.
	 * Agents whom nobody knows yet are called by their names.
	 * @param key what it is called
	 */
	CodedClaim compared(SecondCoding coding, ClaimForm form, String key) {
		return coded(coding, form, key, names(coding));
	}

	private static CodedClaim coded(SecondCoding coding, ClaimForm form, String key, AgentNames names) {
		ClaimSubmission submission = new ClaimReading(new FormErrors(), names).read(ClaimCheck.ID, form, key, NAME);
		TextSpan span = QuotePlace.of(1, "", QuotePlace.quote(form), coding.coded().text()).span();
		return CodedClaim.of(submission, java.util.Objects.requireNonNull(span), coding.coded().plan());
	}

	private static String key(int index) {
		return ((index < 9) ? "s0" : "s") + (index + 1);
	}

	private void keep(long coding, List<PairedClaim> rows, Map<CodedClaim, ClaimForm> forms) {
		Map<String, Published> published = published(rows);
		for (int i = 0; i < rows.size(); i++) {
			CodedClaim first = rows.get(i).first();
			CodedClaim second = rows.get(i).second();
			if (first != null) {
				keep(coding, i + 1, first, published.get(first.key()), null);
			}
			if (second != null) {
				keep(coding, i + 1, second, null, this.snapshots.write(forms.get(second)));
			}
		}
	}

	private Map<String, Published> published(List<PairedClaim> rows) {
		Map<String, Published> published = new HashMap<>();
		this.jdbc.sql("""
				select c.key, c.id, coalesce((select max(change.id) from change
				  where change.kind = 'claim' and change.entity_id = c.id), 0) as last
				from claim c where c.key = any(:keys)""")
			.param("keys",
					rows.stream()
						.map(PairedClaim::first)
						.filter(java.util.Objects::nonNull)
						.map(CodedClaim::key)
						.toArray(String[]::new))
			.query((row) -> {
				published.put(row.getString("key"), new Published(row.getLong("id"), row.getLong("last")));
			});
		return published;
	}

	private void keep(long coding, int number, CodedClaim claim, @Nullable Published published, @Nullable String form) {
		var statement = this.jdbc
			.sql("""
					insert into second_coding_claim (second_coding_id, number, side, key, claim_id, last_change, form, span_start,
					  span_end, exact, paraphrase, version, claimant, via, uptake, certainty, kind, target, target_agent, aspect,
					  stance, points)
					values (:coding, :number, :side, :key, :claim, :last, cast(:form as json), :start, :end, :exact, :paraphrase,
					  :version, :claimant, :via, :uptake, :certainty, :kind, :target, :target_agent, :aspect, :stance, :points)""")
			.param("coding", coding)
			.param("number", number)
			.param("side", (published != null) ? "first" : "second")
			.param("key", claim.key())
			.param("claim", (published != null) ? published.id() : null)
			.param("last", (published != null) ? published.last() : null)
			.param("form", form)
			.param("start", claim.span().start())
			.param("end", claim.span().end())
			.param("exact", claim.exact())
			.param("paraphrase", claim.paraphrase())
			.param("via", claim.via().toArray(String[]::new))
			.param("points", claim.points().stream().map(FinishCoding::link).toArray(String[]::new));
		for (CodedField field : CodedField.values()) {
			String value = claim.value(field);
			statement = statement.param(field.word(), CodedClaim.NONE.equals(value) ? null : value);
		}
		statement.update();
	}

	private static String link(PointLink link) {
		return link.plan() + "/" + link.label() + "/" + link.bearing();
	}

	private record Published(long id, long last) {
	}

	/**
	 * What is to be mended before a coding can be finished.
	 *
	 * @param claim the number of the claim, from 1; 0 for the coding as a whole
	 * @param sentence what to do
	 */
	record ToMend(int claim, String sentence) {
	}

}
