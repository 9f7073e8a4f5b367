package org.catena.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.catena.intake.Sheet.Line;

/**
 * What is taken out of a piece before it becomes an article, one rule for each kind of
 * litter. The names are those of {@code cleaning} in corpus files. A rule looks at whole
 * lines; when in doubt it leaves a line, for an editor sees what was taken and can take
 * more.
 */
enum CleaningRule {

	/** Links that move the reader about the page. */
	PAGE_NAVIGATION("page navigation") {
		@Override
		void apply(Sheet sheet) {
			removeAll(sheet, this,
					matches("(?i)(?:top|bottom) of page|(?:skip|jump) to (?:main )?(?:content|navigation)"
							+ "|back to (?:the )?top|(?:toggle|open|close) (?:navigation|menu)|menu|home|next|previous"
							+ "|(?:next|previous) (?:post|article|page)"));
		}
	},
	/** What a page says when its program has failed or does not run. */
	ERROR_BANNER("error banner of the web page") {
		@Override
		void apply(Sheet sheet) {
			removeAll(sheet, this, matches("(?i)an error (?:has )?occurred\\b.{0,300}"
					+ "|.{0,80}\\bunhandled (?:exception|error)\\b.{0,200}|something went wrong\\b.{0,120}"
					+ "|(?:please )?(?:enable|turn on|activate) java ?script\\b.{0,160}"
					+ "|(?:you need|this (?:site|page|app|application) (?:requires|needs)).{0,20}\\bjava ?script\\b.{0,160}"
					+ "|your browser (?:is|does)(?: not|n't)? (?:supported|support|out of date).{0,160}"
					+ "|this (?:video|content|browser) (?:is not|isn't|is no longer) (?:available|supported).{0,80}"));
		}
	},
	/** Buttons for passing the page on. */
	SHARE_BAR("share bar") {
		@Override
		void apply(Sheet sheet) {
			removeAll(sheet, this, (line) -> line.words().length() <= 120 && SHARING.matcher(line.words()).matches()
					&& !AMBIGUOUS.contains(line.words().toLowerCase(Locale.ROOT)) && !line.isSubhead());
		}
	},
	/** Advertisement, and invitations to subscribe, sign up or follow. */
	ADVERTISEMENT("advertisement, or an invitation to subscribe") {
		@Override
		void apply(Sheet sheet) {
			removeAll(sheet, this, matches(
					"(?i)(?:advertisement|advertising|sponsored(?: content)?|story continues below(?: advertisement)?"
							+ "|continue reading(?: the main story)?|scroll to continue(?: reading)?)[.:]?"
							+ "|(?:sign up|subscribe|register)(?: (?:now|here|today))? (?:for|to) (?:our|the|my)\\b.{0,80}\\b(?:newsletters?|mailing list|channel|podcast|feed|updates|alerts)\\b.{0,80}"
							+ "|(?:follow|like|join|find) us on\\b.{0,80}"
							+ "|(?:all rights reserved|(?:copyright )?©).{0,80}"));
		}
	},
	/** The account of a blog's platform, how long ago, how long to read. */
	PLATFORM_BYLINE("house account of the blog platform, relative time and reading time; not the author, not a date") {
		@Override
		void apply(Sheet sheet) {
			String account = null;
			for (Line line : sheet.top(NEAR_THE_TOP)) {
				if (line.words().matches("(?i)writer\\s*:.{1,100}")) {
					account = line.words().replaceFirst("(?i)writer\\s*:\\s*", "");
					line.remove(this);
				}
				else if (line.words().equals(account) || (line.text().length() <= 30 && PrintedDate
					.isRelative(line.words())) || line.words()
						.matches(
								"(?i)\\d{1,3}[- ]min(?:ute)?s?\\.?(?: read| to read)|reading time:? \\d{1,3} min(?:ute)?s?\\.?")) {
					line.remove(this);
				}
			}
		}
	},
	/** A caption with its credit, often twice: as caption and as alternative text. */
	PHOTO_CREDIT("photo caption and credit") {
		@Override
		void apply(Sheet sheet) {
			removeAll(sheet, this,
					(line) -> line.text().length() <= 300 && !line.isSubhead() && CREDIT.matcher(line.text()).find());
		}
	},
	/** The same line twice in a row: an image's text beside its caption, for instance. */
	REPEATED_LINE("the line before, once more") {
		@Override
		void apply(Sheet sheet) {
			Line before = null;
			for (Line line : sheet.kept()) {
				if (before != null && before.text().equals(line.text()) && !isLong(line)) {
					line.remove(this);
				}
				before = line;
			}
		}
	},
	/** One small word between paragraphs, where a picture has been. */
	IMAGE_ALT_TEXT("stray alternative text of an image") {
		@Override
		void apply(Sheet sheet) {
			List<Line> kept = sheet.kept();
			for (int i = 1; i + 1 < kept.size(); i++) {
				boolean between = isLong(kept.get(i - 1)) && isLong(kept.get(i + 1));
				if (between && kept.get(i)
					.text()
					.matches("\\p{Ll}{1,12}|(?i)image|photo|picture|\\S+\\.(?:jpe?g|png|gif|webp)")) {
					kept.get(i).remove(this);
				}
			}
		}
	},
	/** Headings of lists whose links were lost, and the comment box. */
	EMPTY_LISTS("headings of empty lists, comment box") {
		@Override
		void apply(Sheet sheet) {
			List<Line> kept = sheet.kept();
			for (int i = kept.size() - 1; i >= 0; i--) {
				String words = kept.get(i).words();
				boolean heading = words.matches(
						"(?i)(?:written |image |photo |picture )?(?:sources?|credits?|references?|links?|tags?|topics?|categories|filed under)\\s*:")
						|| words.matches(
								"(?i)(?:\\d+ |no |leave a |write a |post a |view |show )?comments?(?: \\(\\d+\\))?|(?:leave a reply|write a comment\\.*|log in to comment|0 comments)");
				if (!heading) {
					return;
				}
				kept.get(i).remove(this);
			}
		}
	},
	/** A list of sources that names none. */
	SOURCE_LIST("list of sources whose links are lost") {
		@Override
		void apply(Sheet sheet) {
			List<Line> kept = sheet.kept();
			for (int i = 0; i < kept.size(); i++) {
				if (kept.get(i).words().matches("(?i)(?:related )?(?:sources|references|links)\\s*:?")
						&& i + 1 < kept.size()
						&& kept.get(i + 1)
							.text()
							.matches("(?i)[\\s•·*|,]*(?:(?:source|link|reference)\\s*\\d{1,2}[\\s•·*|,]*)+")) {
					kept.get(i).remove(this);
					kept.get(i + 1).remove(this);
				}
			}
		}
	},
	/** The title of another piece, left by a link to it. */
	OTHER_ARTICLE_TITLE("title of another article, left by a “read also” link") {
		@Override
		void apply(Sheet sheet) {
			List<Line> kept = sheet.kept();
			for (int i = 1; i + 1 < kept.size(); i++) {
				Line line = kept.get(i);
				boolean announced = line.text().length() <= 250 && ANNOUNCED.matcher(line.words()).find();
				boolean headline = sheet.isPlain() && line.text().length() <= 120
						&& line.text().matches("\\p{Lu}[^:.!?]{8,80}: \\p{Ll}[^:.!]{8,80}\\??")
						&& isLong(kept.get(i - 1)) && isLong(kept.get(i + 1));
				if (announced || (headline && !line.isSubhead())) {
					line.remove(this);
				}
			}
		}
	},
	/** The title, which becomes metadata. */
	PRINTED_TITLE("the printed title, kept as title"),
	/** The line of authors or date, which becomes metadata. */
	PRINTED_BYLINE("date and byline, kept as date and authors"),
	/** What stands on a page around the main text. */
	OUTSIDE_MAIN_TEXT("outside the main text of the page"),
	/** Where the piece was printed before, and whose views it expresses. */
	REPRINT_NOTE("reprint note or disclaimer, kept as a note") {
		@Override
		void apply(Sheet sheet) {
			List<Line> kept = sheet.kept();
			for (Line line : kept.subList(Math.max(0, kept.size() - NEAR_THE_END), kept.size())) {
				if (line.text().length() <= 500 && REPRINT.matcher(line.text()).find()) {
					line.remove(this);
				}
			}
		}
	};

	/** Kept lines at the top among which bylines and the like are looked for. */
	static final int NEAR_THE_TOP = 12;

	private static final int NEAR_THE_END = 6;

	/** Characters from which a line is a paragraph and not a heading or caption. */
	private static final int PARAGRAPH = 120;

	private static final Set<String> NETWORKS = Set.of("facebook", "twitter", "x", "linkedin", "whatsapp", "telegram",
			"email", "e-mail", "mail", "pinterest", "reddit", "tumblr", "messenger", "bluesky", "mastodon", "threads",
			"viber", "vk", "print", "copy link", "copy", "link", "pocket", "flipboard", "save", "bookmark", "gmail");

	/** Words of share bars that by themselves can stand for something else. */
	private static final Set<String> AMBIGUOUS = Set.of("x", "mail", "copy", "link", "print", "save", "post", "pin",
			"send", "threads", "pocket", "messenger", "telegram", "email", "e-mail");

	private static final Pattern SHARING = Pattern.compile(networks(), Pattern.CASE_INSENSITIVE);

	private static final Pattern CREDIT = Pattern.compile(
			"(?:^|[.!?)\\]]\\s+|\\s[|/–—-]\\s*|\\()(?:photo(?:graph)?s?|image|picture|foto|fotos|illustration|bild)(?:\\s+(?:credit|courtesy|by|source))?s?\\s*[:/©]\\s*\\S.{0,150}$"
					+ "|^(?:(?:photo|image|picture)\\s+)?credits?\\s*:.{2,150}$"
					+ "|\\((?:[^()]{0,60}/\\s*)?(?:AP|AFP|Reuters|EPA|Getty Images|Getty|Shutterstock|TASS|Ukrinform)(?:\\s*/[^()]{0,60}|\\s+(?:photo|images?))\\)\\s*$"
					+ "|(?:Stock photo|Getty Images|Shutterstock|iStock)\\s*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ANNOUNCED = Pattern.compile(
			"^(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story|stories|post))?s?|more on this|recommended|don't miss|watch)\\s*[:|»>]\\s*\\S",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern REPRINT = Pattern.compile(
			"^(?:this (?:article|piece|post|column|story|essay|commentary|text) (?:was|is|has been|originally|first) .{0,60}(?:published|appeared|republished|reprinted)"
					+ "|(?:re-?printed|re-?published|reposted|cross-?posted|adapted|translated) (?:from|with|by|under)\\b"
					+ "|(?:originally|first) (?:published|appeared|posted)\\b"
					+ "|the (?:views?|opinions?)(?: and opinions?)? (?:expressed|in this)\\b.{0,200}(?:author|writer|not necessarily)"
					+ "|(?:see|read) the original\\b)",
			Pattern.CASE_INSENSITIVE);

	private final String why;

	CleaningRule(String why) {
		this.why = why;
	}

	/**
	 * Takes its kind of litter out. Rules that need to know the metadata are applied
	 * where that is read.
	 */
	void apply(Sheet sheet) {
	}

	/** The name that corpus files and pages use. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The reason, in words for editors. */
	String why() {
		return this.why;
	}

	static boolean isLong(Line line) {
		return line.text().length() >= PARAGRAPH;
	}

	private static void removeAll(Sheet sheet, CleaningRule rule, Predicate<Line> litter) {
		sheet.kept().stream().filter(litter).forEach((line) -> line.remove(rule));
	}

	private static Predicate<Line> matches(String pattern) {
		Pattern compiled = Pattern.compile(pattern, Pattern.UNICODE_CASE);
		return (line) -> line.text().length() <= 400 && compiled.matcher(line.words()).matches();
	}

	private static String networks() {
		String network = "(?:" + String.join("|", NETWORKS.stream().sorted().map(Pattern::quote).toList()) + ")";
		String verb = "(?:share|tweet|post|pin|send|save|print)";
		return "(?:" + verb + "(?: (?:this(?: (?:article|post|story|page))?|it))?(?: (?:on|via|to|by|with|in) "
				+ network + ")?|" + network + ")(?:[\\s|•·,/]+(?:" + verb + "(?: (?:on|via|to|by|in) " + network + ")?|"
				+ network + "))*[\\s:.]*(?:share)?";
	}

}
