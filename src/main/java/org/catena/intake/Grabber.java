package org.catena.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import kotlin.text.Regex;
import net.dankito.readability4j.model.ArticleGrabberOptions;
import net.dankito.readability4j.model.ArticleMetadata;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Readability4J's search for the main text, with the rules that Mozilla's Readability
 * gained since that port was made: hidden roles, five levels of ancestors, links within
 * the page counted less, lists and headings kept, share bars and asides taken out.
 */
class Grabber extends ArticleGrabber {

	/** Characters below which an element named "share" is a bar and not the article. */
	private static final int LONGEST_SHARE_BAR = 500;

	/** A link within the page, to a note for instance, hardly makes a text a menu. */
	private static final double LINK_WITHIN_THE_PAGE = 0.3;

	private static final int ANCESTORS_SCORED = 5;

	private static final String UNLIKELY = "-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus"
			+ "|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social"
			+ "|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote";

	private static final String PERHAPS = "and|article|body|column|content|main|mathjax|shadow";

	private static final String NEGATIVE = "-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact"
			+ "|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor"
			+ "|shopping|tags|widget";

	private static final Pattern SHARE = Pattern.compile("(?:\\b|_)(?:share|sharedaddy)(?:\\b|_)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ADVERTISEMENT = Pattern.compile(
			"(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|广告|реклама|anuncio)\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern LOADING = Pattern.compile(
			"(?:(?:loading|正在加载|загрузка|chargement|cargando)(?:…|\\.\\.\\.)?)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final String UNLIKELY_ROLES = "[role=menu],[role=menubar],[role=complementary],[role=navigation],"
			+ "[role=alert],[role=alertdialog],[role=dialog]";

	private static final Set<String> TEXTISH = Set.of("span", "li", "td", "blockquote", "dl", "div", "img", "ol", "p",
			"pre", "table", "ul");

	private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

	private final String title;

	private final Deadline deadline;

	/**
	 * A search of one page.
	 * @param title the page's title, whose repetition as a heading is no subhead
	 * @param deadline when to give up
	 */
	Grabber(String title, Deadline deadline) {
		super(new ReadabilityOptions(0, ReadabilityOptions.DEFAULT_N_TOP_CANDIDATES, 0, List.of()), patterns());
		this.title = title;
		this.deadline = deadline;
	}

	private static RegExUtil patterns() {
		return new RegExUtil(UNLIKELY, PERHAPS, RegExUtil.PositiveDefaultPattern, NEGATIVE,
				RegExUtil.ExtraneousDefaultPattern, RegExUtil.BylineDefaultPattern,
				RegExUtil.ReplaceFontsDefaultPattern, RegExUtil.NormalizeDefaultPattern, RegExUtil.VideosDefaultPattern,
				RegExUtil.NextLinkDefaultPattern, RegExUtil.PrevLinkDefaultPattern, RegExUtil.WhitespaceDefaultPattern,
				RegExUtil.HasContentDefaultPattern);
	}

	/**
	 * Searches a page, which is changed by it.
	 * @param options how strictly
	 * @return the element of the main text, or null where there is none
	 */
	@Nullable Element grab(Document page, ArticleGrabberOptions options) {
		return grabArticle(page, new ArticleMetadata(), options, null);
	}

	@Override
	protected String getInnerText(Element element, @Nullable RegExUtil patterns, boolean collapsed) {
		this.deadline.check();
		return super.getInnerText(element, patterns, collapsed);
	}

	@Override
	protected @Nullable Element getNextNode(Element node, boolean withoutChildren) {
		this.deadline.check();
		return super.getNextNode(node, withoutChildren);
	}

	@Override
	protected int getClassWeight(Element element, ArticleGrabberOptions options) {
		this.deadline.check();
		return super.getClassWeight(element, options);
	}

	@Override
	protected List<Element> prepareNodes(Document page, ArticleGrabberOptions options) {
		if (options.getStripUnlikelyCandidates()) {
			page.body().select(UNLIKELY_ROLES).forEach(Node::remove);
		}
		page.select("h1, h2").stream().filter(this::repeatsTheTitle).findFirst().ifPresent(Node::remove);
		return super.prepareNodes(page, options);
	}

	/** Bylines stay: a named cleaning rule takes them out, so that an editor sees it. */
	@Override
	protected boolean checkByline(Element node, String match) {
		return false;
	}

	/**
	 * The direction of the text is not asked for; a candidate may have lost its parent.
	 */
	@Override
	protected void getTextDirection(Element candidate, Document page) {
	}

	@Override
	protected List<Element> getNodeAncestors(Element node, int depth) {
		return super.getNodeAncestors(node, (depth == 3) ? ANCESTORS_SCORED : depth);
	}

	@Override
	protected double getLinkDensity(Element element) {
		this.deadline.check();
		int length = length(element);
		if (length == 0) {
			return 0;
		}
		double linked = 0;
		for (Element link : element.getElementsByTag("a")) {
			linked += length(link) * (link.attr("href").matches("#.+") ? LINK_WITHIN_THE_PAGE : 1);
		}
		return linked / length;
	}

	@Override
	protected void prepArticle(Element content, ArticleGrabberOptions options, ArticleMetadata metadata) {
		markDataTables(content);
		for (String tag : List.of("form", "fieldset")) {
			cleanConditionally(content, tag, options);
		}
		content.select("object, embed, footer, link, aside").forEach(Node::remove);
		for (Element candidate : content.children()) {
			cleanMatchedNodes(candidate, new Regex("share"));
		}
		content.select("iframe, input, textarea, select, button").forEach(Node::remove);
		cleanHeaders(content, options);
		for (String tag : List.of("table", "ul", "div")) {
			cleanConditionally(content, tag, options);
		}
	}

	@Override
	protected void cleanMatchedNodes(Element candidate, Regex regex) {
		for (Element element : candidate.select("*")) {
			if (element != candidate && SHARE.matcher(element.className() + " " + element.id()).find()
					&& element.text().length() < LONGEST_SHARE_BAR) {
				element.remove();
			}
		}
	}

	@Override
	protected void cleanConditionally(Element content, String tag, ArticleGrabberOptions options) {
		if (!options.getCleanConditionally()) {
			return;
		}
		List<Element> elements = content.getElementsByTag(tag);
		for (int i = elements.size() - 1; i >= 0; i--) {
			Element element = elements.get(i);
			if (element != content && element.parent() != null && isLitter(element, tag, options)) {
				element.remove();
			}
		}
	}

	private boolean isLitter(Element element, String tag, ArticleGrabberOptions options) {
		if (isInDataTable(element) || element.closest("code") != null
				|| element.getElementsByTag("table").stream().anyMatch(this::getReadabilityDataTable)) {
			return false;
		}
		int weight = getClassWeight(element, options);
		if (weight < 0) {
			return true;
		}
		String text = element.text();
		if (text.chars().filter((character) -> character == ',').count() >= 10) {
			return false;
		}
		if (ADVERTISEMENT.matcher(text).matches() || LOADING.matcher(text).matches()) {
			return true;
		}
		return looksLikeLitter(element, text.length(), weight, tag);
	}

	private boolean looksLikeLitter(Element element, int length, int weight, String tag) {
		int paragraphs = element.getElementsByTag("p").size();
		int images = element.getElementsByTag("img").size();
		int inputs = element.getElementsByTag("input").size();
		boolean list = "ul".equals(tag) || "ol".equals(tag) || density(element, Set.of("ul", "ol")) > 0.9;
		boolean inFigure = element.closest("figure") != null;
		double links = getLinkDensity(element);
		boolean removed = (!inFigure && images > 1 && paragraphs / (double) images < 0.5)
				|| (!list && element.getElementsByTag("li").size() - 100 > paragraphs) || (inputs > paragraphs / 3)
				|| (!list && !inFigure && density(element, HEADINGS) < 0.9 && length < 25 && (images == 0 || images > 2)
						&& links > 0)
				|| (!list && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5)
				|| (images == 0 && density(element, TEXTISH) == 0);
		boolean listOfImages = list && images > 0 && images == element.getElementsByTag("li").size();
		return removed && !listOfImages;
	}

	/** The share of an element's text that stands in some kinds of elements within. */
	private static double density(Element element, Set<String> tags) {
		int length = length(element);
		if (length == 0) {
			return 0;
		}
		int within = 0;
		for (String tag : tags) {
			for (Element inner : element.getElementsByTag(tag)) {
				if (inner != element) {
					within += length(inner);
				}
			}
		}
		return within / (double) length;
	}

	private boolean isInDataTable(Element element) {
		for (Element table = element; table != null; table = table.parent()) {
			if ("table".equals(table.normalName()) && getReadabilityDataTable(table)) {
				return true;
			}
		}
		return false;
	}

	private boolean repeatsTheTitle(Element heading) {
		return !this.title.isBlank() && Words.likeness(this.title, heading.text()) > 0.75;
	}

	private static int length(Element element) {
		return element.text().length();
	}

}
