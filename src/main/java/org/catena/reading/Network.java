package org.catena.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.article.Brief;
import org.jspecify.annotations.Nullable;

/**
 * Who agrees with whom and who stands against whom: those with most relations on a
 * circle, and between two of them a line for each of the two, as wide as there are
 * relations.
 *
 * @param by whether claims are joined by their sources or by their claimants
 * @param pairs how many relations there are between and within them
 * @param nodes the places on the circle, by name
 * @param left how many have relations, but no place
 */
record Network(By by, List<Pair> pairs, List<Node> nodes, int left) {

	/** Places on the circle at most: more lines could not be told apart. */
	static final int MOST = 14;

	/** Units of the picture. */
	private static final int WIDTH = 760;

	private static final int HEIGHT = 500;

	private static final int RADIUS = 180;

	private static final int WIDEST = 14;

	/** Of the lines of one pair from each other, at their middle. */
	private static final int APART = 16;

	private static final int LONGEST_NAME = 24;

	/**
	 * Lays the circle out. Equal relations make an equal picture.
	 * @param names the names by slug, in the order of the circle
	 */
	static Network of(By by, Map<String, String> names, List<Pair> pairs, int left) {
		List<Node> nodes = new ArrayList<>();
		names.forEach((slug, name) -> {
			double angle = 2 * Math.PI * nodes.size() / names.size() - Math.PI / 2;
			nodes.add(new Node(slug, name, WIDTH / 2 + RADIUS * Math.cos(angle), HEIGHT / 2 + RADIUS * Math.sin(angle),
					angle));
		});
		return new Network(by, pairs, nodes, left);
	}

	/** The units of the picture, as SVG writes them. */
	public String viewBox() {
		return "0 0 " + WIDTH + " " + HEIGHT;
	}

	/** The pairs of two that differ. */
	public List<Pair> between() {
		return this.pairs.stream().filter((pair) -> !pair.isWithin()).toList();
	}

	/** The relations of one with itself. */
	public List<Pair> within() {
		return this.pairs.stream().filter(Pair::isWithin).toList();
	}

	/** The lines, the widest first so that none is hidden. */
	public List<Line> lines() {
		Map<String, Node> bySlug = new HashMap<>();
		this.nodes.forEach((node) -> bySlug.put(node.slug(), node));
		int most = between().stream().mapToInt((pair) -> Math.max(pair.agrees(), pair.opposes())).max().orElse(1);
		List<Line> lines = new ArrayList<>();
		for (Pair pair : between()) {
			Node from = bySlug.get(pair.left());
			Node to = bySlug.get(pair.right());
			if (from != null && to != null) {
				add(lines, pair, "agrees", pair.agrees(), most, from, to, -APART);
				add(lines, pair, "opposes", pair.opposes(), most, from, to, APART);
			}
		}
		lines.sort((one, other) -> Integer.compare(other.count(), one.count()));
		return lines;
	}

	private static void add(List<Line> lines, Pair pair, String kind, int count, int most, Node from, Node to,
			int apart) {
		if (count == 0) {
			return;
		}
		double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
		double bendX = (from.x() + to.x()) / 2 - (to.y() - from.y()) / length * apart * 2;
		double bendY = (from.y() + to.y()) / 2 + (to.x() - from.x()) / length * apart * 2;
		lines.add(new Line(pair, kind, count,
				String.format(Locale.ROOT, "M%.1f %.1fQ%.1f %.1f %.1f %.1f", from.x(), from.y(), bendX, bendY, to.x(),
						to.y()),
				String.format(Locale.ROOT, "%.1f", Math.max(1.5, WIDEST * (double) count / most)),
				(from.x() + to.x() + 2 * bendX) / 4, (from.y() + to.y() + 2 * bendY) / 4));
	}

	/** Whether there is room to write the numbers on the lines. */
	public boolean isNumbered() {
		return this.nodes.size() <= 7;
	}

	/** By what claims are joined. */
	enum By {

		SOURCES, AGENTS;

		/** The word in addresses. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** What they are called on pages. */
		public String label() {
			return (this == SOURCES) ? "sources" : "claimants";
		}

		static By of(@Nullable String word) {
			return AGENTS.word().equals(word) || "claimants".equals(word) ? AGENTS : SOURCES;
		}

	}

	/**
	 * Two of them, or one with itself.
	 *
	 * @param left the slug of the one
	 * @param leftName its name
	 * @param right the slug of the other
	 * @param rightName its name
	 * @param agrees how many relations agree or elaborate
	 * @param opposes how many contradict or dispute
	 */
	record Pair(String left, String leftName, String right, String rightName, int agrees, int opposes) {

		public boolean isWithin() {
			return this.left.equals(this.right);
		}

		/** The page on which both stand side by side, or the page of the one. */
		public String address(By by) {
			return isWithin() ? "/" + by.word() + "/" + this.left
					: "/compare?of=" + by.word() + "&left=" + this.left + "&right=" + this.right;
		}

	}

	/**
	 * A place on the circle.
	 *
	 * @param slug the name in addresses
	 * @param name the name
	 * @param x from the left, in units of the picture
	 * @param y from the top
	 * @param angle in radians, clockwise from the right
	 */
	record Node(String slug, String name, double x, double y, double angle) {

		/** The name, cut where it would leave the picture. */
		public String label() {
			return Brief.of(this.name, LONGEST_NAME);
		}

		/** Where the name is written, away from the lines. */
		public double labelX() {
			return this.x + 18 * Math.cos(this.angle);
		}

		public double labelY() {
			return this.y + 24 * Math.sin(this.angle) + 5;
		}

		/** From which side the name is written. */
		public String anchor() {
			double side = Math.cos(this.angle);
			return (Math.abs(side) < 0.2) ? "middle" : (side > 0) ? "start" : "end";
		}

	}

	/**
	 * A line between two places.
	 *
	 * @param pair what it joins
	 * @param kind {@code agrees} or {@code opposes}
	 * @param count how many relations
	 * @param path the line as SVG writes it
	 * @param width in units of the picture
	 * @param x its middle from the left
	 * @param y its middle from the top
	 */
	record Line(Pair pair, String kind, int count, String path, String width, double x, double y) {
	}

}
