package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.Agents;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.Basis;
import org.catena.article.OldNames;
import org.catena.article.RecordNames;
import org.catena.article.Slug;
import org.catena.article.SourceSubmission;
import org.catena.article.Sources;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the sources and agents that a draft names and that are new. It runs inside the
 * publishing of the draft, so that nothing stays when that fails.
 */
@Component
class RecordTyped {

	private final RecordNames recordNames;

	private final OldNames oldNames;

	private final Sources sources;

	private final Agents agents;

	RecordTyped(RecordNames recordNames, OldNames oldNames, Sources sources, Agents agents) {
		this.oldNames = oldNames;
		this.recordNames = recordNames;
		this.sources = sources;
		this.agents = agents;
	}

	/** The slug of the source, empty with an error where there is none. */
	@Transactional(propagation = Propagation.MANDATORY)
	public String source(ArticleForm form, FormErrors errors) {
		SourceForm source = form.source();
		if (!source.isNew()) {
			if (!Slug.isSlug(source.slug())) {
				errors.add("source", "Choose the source, or name a new one below.");
				return "";
			}
			return source.slug();
		}
		if (!source.slug().isBlank()) {
			errors.add("source", "Choose a source or name a new one, not both.");
			return "";
		}
		FieldReading fields = new FieldReading(errors);
		String name = fields.line("source-name", source.name());
		String website = fields.line("source-website", source.website());
		String country = fields.line("source-country", source.country());
		Basis basis = fields.basis("source-country", source.countryBasis(), country != null);
		if (name == null) {
			errors.add("source-name", "Give the name of the new source.");
		}
		else if (this.sources.findAll().stream().anyMatch((other) -> other.name().equalsIgnoreCase(name))) {
			errors.add("source-name", "The archive has this source. Choose it from the list.");
		}
		if (website != null && !website.matches("(?i)https?://[^\\s/]+\\S*")) {
			errors.add("source-website", "Give a whole address that begins with http:// or https://.");
		}
		if (name == null || errors.anyIn("source")) {
			return "";
		}
		String slug = Slug.of(name, "source", (candidate) -> this.sources.existsBySlug(candidate)
				|| !this.oldNames.source(candidate).equals(candidate));
		return this.recordNames
			.recordNew(new SourceSubmission(slug, name, null, List.of(), website, country,
					(country != null && basis != null) ? basis : Basis.unknown()))
			.slug();
	}

	/** The authors, in order; those who are new are recorded. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<BylineSubmission> authors(ArticleForm form, AgentNames names, FormErrors errors) {
		FieldReading fields = new FieldReading(errors);
		List<BylineSubmission> authors = new ArrayList<>();
		for (int i = 0; i < form.authors().size(); i++) {
			AuthorForm author = form.authors().get(i);
			if (author.isEmpty()) {
				continue;
			}
			String id = "authors-" + i;
			String printed = fields.line(id + "-printed", author.printed());
			AgentKind kind = fields.word(id + "-kind", author.kind(), AgentKind.class);
			String slug = (kind != null) ? add(id + "-name", author.name(), kind, null, names, errors)
					: find(id + "-name", author.name(), names, errors);
			if (slug != null) {
				authors.add(new BylineSubmission(slug, printed));
			}
		}
		return authors;
	}

	/** Records the agents that claims name and that are new. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void agents(ArticleForm form, AgentNames names, FormErrors errors) {
		FieldReading fields = new FieldReading(errors);
		for (int i = 0; i < form.agents().size(); i++) {
			AgentForm agent = form.agents().get(i);
			if (!agent.isEmpty()) {
				String id = "agents-" + i;
				String about = fields.line(id + "-about", agent.about());
				AgentKind kind = fields.word(id + "-kind", agent.kind(), AgentKind.class, "what it is");
				add(id + "-name", agent.name(), kind, about, names, errors);
			}
		}
	}

	private @Nullable String find(String id, String typed, AgentNames names, FormErrors errors) {
		String name = new FieldReading(errors).line(id, typed);
		List<String> found = (name != null) ? names.find(name) : List.of();
		if (found.size() == 1) {
			return found.get(0);
		}
		if (name == null) {
			errors.add(id, "Give the name of the author.");
		}
		else {
			errors.add(id, found.isEmpty()
					? "Nobody in the archive has this name. Correct it, or say beside it that the author is new."
					: "Several are called so. Write the one that you mean: " + String.join(", ", found) + ".");
		}
		return null;
	}

	private @Nullable String add(String id, String typed, AgentKind kind, @Nullable String about, AgentNames names,
			FormErrors errors) {
		String name = new FieldReading(errors).line(id, typed);
		if (name == null) {
			errors.add(id, "Give the name.");
			return null;
		}
		List<String> found = names.find(name);
		if (!found.isEmpty()) {
			errors.add(id, "The archive has somebody of this name (" + String.join(", ", found)
					+ "). Say “in the archive”, or give a name that tells the two apart.");
			return null;
		}
		if (errors.has(id) || "author".equals(name.toLowerCase(Locale.ROOT))) {
			errors.addUnlessKnown(id, "“Author” is no name here: it stands for the author of the article.");
			return null;
		}
		String slug = Slug.of(name, "agent", (candidate) -> "author".equals(candidate)
				|| this.agents.existsBySlug(candidate) || !this.oldNames.agent(candidate).equals(candidate));
		this.recordNames.recordNew(new AgentSubmission(slug, name, kind, List.of(), about));
		names.add(name, slug);
		return slug;
	}

}
