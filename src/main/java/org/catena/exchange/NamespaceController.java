package org.catena.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.exchange.CatenaTerms.Property;
import org.catena.exchange.CatenaTerms.ValueList;
import org.catena.site.SiteAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the archive's own terms mean: for readers, as a vocabulary, and as the context
 * that linked data name.
 */
@Controller
class NamespaceController implements OffersForms {

	private final SiteAddress site;

	private final LinkedData data;

	private final MessageSource messages;

	NamespaceController(SiteAddress site, LinkedData data, MessageSource messages) {
		this.site = site;
		this.data = data;
		this.messages = messages;
	}

	@Override
	public List<MachineForm> forms() {
		return List.of(MachineForm.of(CatenaTerms.PAGE, ".jsonld", "application/ld+json", "The terms as JSON-LD"));
	}

	@GetMapping(CatenaTerms.PAGE)
	String page(Model model) {
		model.addAttribute("namespace", this.site.root() + CatenaTerms.PAGE + "#");
		model.addAttribute("context", this.site.root() + CatenaTerms.CONTEXT);
		model.addAttribute("properties", CatenaTerms.PROPERTIES);
		model.addAttribute("lists", CatenaTerms.LISTS);
		return "exchange/ns";
	}

	@GetMapping(CatenaTerms.CONTEXT)
	ResponseEntity<byte[]> context() {
		return this.data.answer(CatenaTerms.context(this.site.root()), LinkedData.JSON_LD);
	}

	@GetMapping(CatenaTerms.PAGE + ".jsonld")
	ResponseEntity<byte[]> vocabulary() {
		List<Object> graph = new ArrayList<>();
		for (Property property : CatenaTerms.PROPERTIES) {
			graph.add(term("catena:" + property.name(), "rdf:Property", property.name(), property.meaning(), null));
		}
		for (ValueList list : CatenaTerms.LISTS) {
			graph.add(term("catena:" + list.name() + "-values", "skos:ConceptScheme", list.name(), list.title(), null));
			for (String word : list.words()) {
				String meaning = this.messages.getMessage(list.messages() + word, null, word, Locale.ENGLISH);
				graph.add(term("catena:" + list.name() + "-" + word, "skos:Concept", word.replace('_', ' '),
						(meaning != null) ? meaning : word, "catena:" + list.name() + "-values"));
			}
		}
		Map<String, Object> prefixes = new LinkedHashMap<>();
		prefixes.put("catena", this.site.root() + CatenaTerms.PAGE + "#");
		prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
		prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
		prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("@context", prefixes);
		document.put("@graph", graph);
		return this.data.answer(document, LinkedData.JSON_LD);
	}

	private static Map<String, Object> term(String id, String type, String label, String meaning,
			@org.jspecify.annotations.Nullable String scheme) {
		Map<String, Object> term = new LinkedHashMap<>();
		term.put("@id", id);
		term.put("@type", type);
		term.put("rdfs:label", Map.of("@value", label, "@language", "en"));
		term.put("rdfs:comment", Map.of("@value", meaning, "@language", "en"));
		if (scheme != null) {
			term.put("skos:inScheme", Map.of("@id", scheme));
		}
		return term;
	}

}
