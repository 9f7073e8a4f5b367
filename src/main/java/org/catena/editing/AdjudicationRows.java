package org.catena.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.agreement.Agreements;
import org.catena.agreement.CodedClaim;
import org.catena.agreement.CodedField;
import org.catena.agreement.MeasuredCodings;
import org.catena.agreement.PairedClaim;
import org.catena.editing.AdjudicationRow.Line;
import org.catena.editing.AdjudicationRow.Side;
import org.catena.editing.Decisions.Decision;
import org.catena.history.History;
import org.catena.history.TellHistory;
import org.catena.history.ToldChange;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays two codings side by side for an adjudicator, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class AdjudicationRows {

	private final MeasuredCodings measured;

	private final Agreements agreements;

	private final RecordedClaims recorded;

	private final Decisions decisions;

	private final Snapshots snapshots;

	private final History history;

	private final TellHistory tell;

	private final JdbcClient jdbc;

	AdjudicationRows(MeasuredCodings measured, Agreements agreements, RecordedClaims recorded, Decisions decisions,
			Snapshots snapshots, History history, TellHistory tell, JdbcClient jdbc) {
		this.measured = measured;
		this.agreements = agreements;
		this.recorded = recorded;
		this.decisions = decisions;
		this.snapshots = snapshots;
		this.history = history;
		this.tell = tell;
		this.jdbc = jdbc;
	}

	/** The rows of a finished coding, in the order of the text. */
	public List<AdjudicationRow> of(SecondCoding coding) {
		Map<Integer, Kept> kept = kept(coding.id());
		Map<Integer, PairedClaim> then = this.measured.rows(coding.id());
		Set<Long> ids = new HashSet<>();
		kept.values().stream().map(Kept::claim).filter((id) -> id != null).forEach(ids::add);
		Published published = new Published(this.recorded.of(ids), this.history.last(EditClaims.KIND, ids),
				shown(coding), meanwhile(kept));
		Map<Integer, Decision> decided = this.decisions.of(coding.id());
		List<AdjudicationRow> rows = new ArrayList<>();
		then.forEach((number, paired) -> {
			Kept row = kept.getOrDefault(number, Kept.NONE);
			Decision decision = decided.get(number);
			// When decisions are applied, it is they that changed the claims.
			long last = (coding.isAdjudicated() && decision != null) ? decision.decided().lastChange()
					: published.last(row.claim());
			rows.add(row(number, paired, row, published, new Standing(last, decision)));
		});
		return rows;
	}

	private static AdjudicationRow row(int number, PairedClaim then, Kept kept, Published published,
			Standing standing) {
		CodedClaim first = then.first();
		CodedClaim second = then.second();
		ClaimForm typed = kept.form();
		RecordedClaim now = published.claim(kept.claim());
		Side one = (first != null) ? new Side(first.name(), (now != null) ? now.form() : form(first)) : null;
		Side other = (second != null && typed != null) ? new Side(second.name(), typed) : null;
		// A claim that has no place now is compared as it was.
		CodedClaim comparable = (first != null) ? published.shown().getOrDefault(first.key(), first) : null;
		Set<String> differing = (comparable != null && second != null) ? Set.copyOf(comparable.differing(second))
				: Set.of();
		return new AdjudicationRow(number, one, other, now, standing.lastChange(),
				published.meanwhile().getOrDefault(kept.claim(), List.of()), lines(one, other, differing),
				standing.decision());
	}

	private static List<Line> lines(@Nullable Side first, @Nullable Side second, Set<String> differing) {
		return Arrays.stream(ClaimField.values()).map((field) -> {
			String one = (first != null) ? field.of(first.form()) : "";
			String other = (second != null) ? field.of(second.form()) : "";
			boolean differs = field.isCompared() ? differing.contains(field.word())
					: first != null && second != null && !one.equals(other);
			return new Line(field.word(), field.isCompared(), differs, one, other);
		}).toList();
	}

	/** A claim that is no longer held, as far as it is known. */
	private static ClaimForm form(CodedClaim gone) {
		Map<CodedField, String> values = new HashMap<>();
		for (CodedField field : CodedField.values()) {
			String value = gone.value(field);
			values.put(field, CodedClaim.NONE.equals(value) ? "" : value);
		}
		return new ClaimForm(gone.exact(), "", "", gone.paraphrase(), points(gone, "about"), points(gone, "touches"),
				values.get(CodedField.VERSION), values.get(CodedField.CLAIMANT), String.join("; ", gone.via()),
				values.get(CodedField.UPTAKE), values.get(CodedField.CERTAINTY), values.get(CodedField.KIND),
				values.get(CodedField.TARGET), values.get(CodedField.TARGET_AGENT), values.get(CodedField.ASPECT),
				values.get(CodedField.STANCE), "", "");
	}

	private static String points(CodedClaim claim, String bearing) {
		return String.join(", ",
				claim.points()
					.stream()
					.filter((point) -> point.bearing().equals(bearing))
					.map(CodedClaim.PointLink::label)
					.toList());
	}

	private Map<String, CodedClaim> shown(SecondCoding coding) {
		Map<String, CodedClaim> shown = new HashMap<>();
		this.agreements.shown(coding.article()).forEach((claim) -> shown.put(claim.key(), claim));
		return shown;
	}

	/** What was changed in published claims since the coding was finished. */
	private Map<Long, List<ToldChange>> meanwhile(Map<Integer, Kept> kept) {
		Map<Long, Long> then = new HashMap<>();
		kept.values().forEach((row) -> {
			if (row.claim() != null) {
				then.put(row.claim(), row.lastChange());
			}
		});
		Map<Long, List<ToldChange>> meanwhile = new HashMap<>();
		this.tell
			.tell(this.history.of(EditClaims.KIND, then.keySet())
				.stream()
				.filter((change) -> change.id() > then.getOrDefault(change.entity(), 0L))
				.toList())
			.forEach((told) -> meanwhile.computeIfAbsent(told.change().entity(), (id) -> new ArrayList<>()).add(told));
		return meanwhile;
	}

	private Map<Integer, Kept> kept(long coding) {
		Map<Integer, Kept> kept = new HashMap<>();
		this.jdbc.sql("""
				select number, max(claim_id) filter (where side = 'first') as claim,
				  coalesce(max(last_change), 0) as last_change, max(form::text) as form
				from second_coding_claim where second_coding_id = :coding group by number""")
			.param("coding", coding)
			.query((row) -> {
				String form = row.getString("form");
				kept.put(row.getInt("number"), new Kept((Long) row.getObject("claim"), row.getLong("last_change"),
						(form != null) ? this.snapshots.read(form, ClaimForm.class) : null));
			});
		return kept;
	}

	private record Standing(long lastChange, @Nullable Decision decision) {
	}

	/**
	 * What was kept of a row when the coding was finished.
	 *
	 * @param claim the published claim
	 * @param lastChange the number of its last change then
	 * @param form the second coding's claim as typed
	 */
	private record Kept(@Nullable Long claim, long lastChange, @Nullable ClaimForm form) {

		static final Kept NONE = new Kept(null, 0, null);

	}

	/**
	 * The published claims as they are now.
	 *
	 * @param claims those that are held
	 * @param lastChanges the numbers of their last changes
	 * @param shown those that have a place
	 * @param meanwhile what was changed since
	 */
	private record Published(Map<Long, RecordedClaim> claims, Map<Long, Long> lastChanges,
			Map<String, CodedClaim> shown, Map<Long, List<ToldChange>> meanwhile) {

		@Nullable RecordedClaim claim(@Nullable Long id) {
			return (id != null) ? this.claims.get(id) : null;
		}

		long last(@Nullable Long id) {
			return (id != null) ? this.lastChanges.getOrDefault(id, 0L) : 0;
		}

	}

}
