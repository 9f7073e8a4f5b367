package org.catena.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A format of reference managers, written one reference after the other.
 */
enum ReferenceFormat {

	/** BibTeX with the fields of biblatex, in UTF-8. */
	BIBTEX(".bib", "application/x-bibtex", "BibTeX") {

		@Override
		void reference(Reference reference, boolean first, Appendable out) throws IOException {
			Map<String, @Nullable String> fields = new LinkedHashMap<>();
			fields.put("entrysubtype", "newspaper");
			if (!reference.authors().isEmpty()) {
				fields.put("author",
						String.join(" and ", reference.authors().stream().map(ReferenceFormat::latexName).toList()));
			}
			fields.put("title", latex(reference.title()));
			fields.put("journal", latex(reference.publication()));
			ReferenceDate date = reference.date();
			fields.put("date", (date != null) ? date.biblatex() : null);
			fields.put("url", latexAddress(reference.url()));
			String language = LANGUAGES.get(reference.article().language().replaceFirst("-.*", ""));
			fields.put("langid", language);
			fields.put("language", language);
			fields.put("pagination", (reference.quote() != null) ? "paragraph" : null);
			fields.put("note", latex(reference.note()));
			fields.put("annotation",
					(reference.quote() != null) ? latex(reference.quote().sentence(reference.root())) : null);
			out.append(first ? "" : "\n").append("@article{").append(reference.key());
			for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
				if (field.getValue() != null) {
					out.append(",\n  ").append(field.getKey()).append(" = {").append(field.getValue()).append('}');
				}
			}
			out.append("\n}\n");
		}

	},

	/** RIS, which ends its lines as it always did. */
	RIS(".ris", "application/x-research-info-systems", "RIS") {

		@Override
		void reference(Reference reference, boolean first, Appendable out) throws IOException {
			line(out, "TY", "NEWS");
			line(out, "ID", reference.key());
			for (ReferenceName author : reference.authors()) {
				line(out, "AU", author.inverted());
			}
			line(out, "TI", reference.title());
			line(out, "T2", reference.publication());
			line(out, "PB", reference.article().source().publisher());
			ReferenceDate date = reference.date();
			if (date != null) {
				line(out, "PY", "%04d".formatted(date.from().get(0)));
				line(out, "DA", date.ris());
			}
			line(out, "LA", reference.article().language());
			line(out, "UR", reference.url());
			line(out, "DP", "Catena");
			if (reference.quote() != null) {
				line(out, "N1", reference.quote().sentence(reference.root()));
			}
			line(out, "N1", reference.note());
			out.append("ER  - \r\n\r\n");
		}

	},

	/** CSL-JSON, which citation processors read. */
	CSL_JSON(".csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON") {

		@Override
		void begin(Appendable out) throws IOException {
			out.append("[");
		}

		@Override
		void reference(Reference reference, boolean first, Appendable out) throws IOException {
			out.append(first ? "\n" : ",\n").append(JsonMapper.shared().writeValueAsString(reference.csl(null)));
		}

		@Override
		void end(Appendable out) throws IOException {
			out.append("\n]\n");
		}

	};

	/** Languages as babel and biblatex name them. */
	private static final Map<String, String> LANGUAGES = Map.ofEntries(Map.entry("en", "english"),
			Map.entry("de", "german"), Map.entry("fr", "french"), Map.entry("es", "spanish"),
			Map.entry("it", "italian"), Map.entry("pl", "polish"), Map.entry("pt", "portuguese"),
			Map.entry("nl", "dutch"), Map.entry("ru", "russian"), Map.entry("uk", "ukrainian"),
			Map.entry("tr", "turkish"), Map.entry("he", "hebrew"), Map.entry("ar", "arabic"), Map.entry("cs", "czech"),
			Map.entry("hu", "hungarian"), Map.entry("sv", "swedish"), Map.entry("no", "norwegian"),
			Map.entry("fi", "finnish"), Map.entry("zh", "chinese"));

	private final String ending;

	private final MediaType type;

	private final String title;

	ReferenceFormat(String ending, String type, String title) {
		this.ending = ending;
		this.type = MediaType.parseMediaType(type);
		this.title = title;
	}

	/** What its addresses end in, with the dot. */
	String ending() {
		return this.ending;
	}

	MediaType type() {
		return this.type;
	}

	/** What people call it. */
	String title() {
		return this.title;
	}

	/** The format of an ending, which is one of them. */
	static ReferenceFormat of(String ending) {
		for (ReferenceFormat format : values()) {
			if (format.ending.equals("." + ending)) {
				return format;
			}
		}
		throw new IllegalArgumentException(ending);
	}

	void begin(Appendable out) throws IOException {
	}

	abstract void reference(Reference reference, boolean first, Appendable out) throws IOException;

	void end(Appendable out) throws IOException {
	}

	private static void line(Appendable out, String tag, @Nullable String value) throws IOException {
		if (value != null && !value.isBlank()) {
			out.append(tag).append("  - ").append(Reference.spaced(value)).append("\r\n");
		}
	}

	private static String latexName(ReferenceName name) {
		String given = name.given();
		return (given != null) ? latexPart(name.family()) + ", " + latexPart(given) : "{" + latex(name.family()) + "}";
	}

	/** In braces where BibTeX would read a separator. */
	private static String latexPart(String part) {
		String latex = latex(part);
		return part.matches(".*\\b(and|und)\\b.*|.*,.*") ? "{" + latex + "}" : latex;
	}

	/** Characters that mean something to TeX, so that they mean themselves. */
	static String latex(String text) {
		boolean balanced = isBalanced(text);
		StringBuilder latex = new StringBuilder();
		text.codePoints().forEach((point) -> {
			switch (point) {
				case '\\' -> latex.append("\\textbackslash{}");
				case '~' -> latex.append("\\textasciitilde{}");
				case '^' -> latex.append("\\textasciicircum{}");
				case '&', '%', '$', '#', '_' -> latex.append('\\').appendCodePoint(point);
				// BibTeX counts braces even behind a backslash.
				case '{' -> latex.append(balanced ? "\\{" : "\\textbraceleft{}");
				case '}' -> latex.append(balanced ? "\\}" : "\\textbraceright{}");
				default -> latex.appendCodePoint(Character.isWhitespace(point) ? ' ' : point);
			}
		});
		return latex.toString();
	}

	private static boolean isBalanced(String text) {
		int open = 0;
		for (int i = 0; i < text.length() && open >= 0; i++) {
			open += (text.charAt(i) == '{') ? 1 : (text.charAt(i) == '}') ? -1 : 0;
		}
		return open == 0;
	}

	/** Addresses stand as they are, without what would end the field. */
	private static String latexAddress(String address) {
		return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replaceAll("\\s", "%20");
	}

}
