package org.catena.editing;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An editor's own coding of a published text that is coded already.
 *
 * @param id its number
 * @param owner the account of the editor whose it is
 * @param state how far it is
 * @param blind whether its owner was never shown the claims of others
 * @param coded what is coded
 * @param typed the claims, and the names that are new
 * @param revision goes up by one with every saving, from 1
 * @param wasFinished whether it was finished at some time: it is not changed since
 */
record SecondCoding(long id, String owner, State state, boolean blind, Coded coded, TypedClaims typed, int revision,
		boolean wasFinished) implements Markable {

	/** How far a second coding is. None is ever deleted. */
	enum State {

		OPEN("open"), FINISHED("waits for adjudication"), ADJUDICATED("adjudicated"), GIVEN_UP("given up");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** The value as tables write it. */
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String label() {
			return this.label;
		}

		static State of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

	/**
	 * What is coded.
	 *
	 * @param slug of the article
	 * @param title of the article
	 * @param plan the slug of the plan that it comments on; empty where it has none
	 * @param version the number of the version that is coded
	 * @param current the number of the current version
	 * @param text of the version that is coded
	 */
	record Coded(String slug, String title, String plan, int version, int current, String text) {
	}

	/**
	 * What was typed.
	 *
	 * @param agents people and bodies that are new
	 * @param claims the claims
	 */
	record TypedClaims(List<AgentForm> agents, List<ClaimForm> claims) {

		static final TypedClaims NONE = new TypedClaims(List.of(), List.of());

		TypedClaims {
			agents = List.copyOf(agents);
			claims = List.copyOf(claims);
		}

	}

	@Override
	public String article() {
		return this.coded.slug();
	}

	@Override
	public ArticleForm form() {
		return ArticleForm.coded(this.coded.title(), this.coded.text(), this.coded.plan(), this.typed);
	}

	@Override
	public String home() {
		return "/admin/second-codings/" + this.id;
	}

	/** The address of the page on which it is adjudicated. */
	public String adjudication() {
		return home() + "/adjudication";
	}

	@Override
	public boolean isOpen() {
		return this.state == State.OPEN;
	}

	public boolean isFinished() {
		return this.state == State.FINISHED;
	}

	public boolean isAdjudicated() {
		return this.state == State.ADJUDICATED;
	}

	/** Whether it can be taken up again. */
	public boolean canBeResumed() {
		return this.state == State.GIVEN_UP && !this.wasFinished;
	}

	/** Whether the article has a newer text than the one that is coded. */
	public boolean isOfOldText() {
		return this.coded.version() != this.coded.current();
	}

	@Override
	public boolean isSecondCoding() {
		return true;
	}

	@Override
	public boolean hidesPublished(boolean asked) {
		return this.blind;
	}

	/** The names that are new and that a claim names, to be recorded with it. */
	List<AgentForm> newNames(ClaimForm claim, AgentNames known) {
		List<String> named = new java.util.ArrayList<>(List.of(claim.via().split(";")));
		named.add(claim.claimant());
		named.add(claim.targetAgent());
		List<String> plain = named.stream().map(SecondCoding::plain).toList();
		return this.typed.agents()
			.stream()
			.filter((agent) -> plain.contains(plain(agent.name())) && known.find(agent.name()).isEmpty())
			.toList();
	}

	private static String plain(@Nullable String name) {
		return Typed.orEmpty(name).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
