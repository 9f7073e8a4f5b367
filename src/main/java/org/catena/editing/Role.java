package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What an account may do. Each role may do what those before it may.
 */
enum Role {

	/** Writes drafts and submits them. */
	EDITOR("Editor", "writes drafts of their own and submits them for review"),

	/** Publishes what was submitted, or sends it back; withdraws and restores. */
	REVIEWER("Reviewer", "publishes, sends drafts back, withdraws and restores articles"),

	/** Keeps accounts, sources and agents. */
	ADMINISTRATOR("Administrator", "keeps accounts, sources and agents, reads the corpus, rebuilds the index");

	private final String label;

	private final String meaning;

	Role(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** The value as tables and forms write it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String label() {
		return this.label;
	}

	/** What somebody of this role does, to be read after its label. */
	public String meaning() {
		return this.meaning;
	}

	public boolean isReviewer() {
		return compareTo(REVIEWER) >= 0;
	}

	public boolean isAdministrator() {
		return this == ADMINISTRATOR;
	}

	/** What Spring Security grants: this role and those below it. */
	List<GrantedAuthority> authorities() {
		List<GrantedAuthority> authorities = new ArrayList<>();
		for (Role role : values()) {
			if (role.compareTo(this) <= 0) {
				authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
			}
		}
		return authorities;
	}

	static Role of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
