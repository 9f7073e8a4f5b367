package org.catena.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Standing;

/**
 * Reads the codings of articles of a corpus from the files that go with the articles: the
 * one that readers are shown, and those that serve comparison.
 */
final class CorpusCodings {

	private final CorpusFolder folder;

	private final CorpusReader reader;

	private final boolean whole;

	private final FoundProblems found;

	/**
	 * Creates it.
	 * @param folder where the files are
	 * @param reader reads them
	 * @param whole whether what is not in them is to be withdrawn, as far as they can be
	 * read
	 * @param found takes what is wrong with them
	 */
	CorpusCodings(CorpusFolder folder, CorpusReader reader, boolean whole, FoundProblems found) {
		this.folder = folder;
		this.reader = reader;
		this.whole = whole;
		this.found = found;
	}

	/** Reads the codings of an article. */
	Codings of(CorpusFile article) {
		Codings codings = new Codings(new ArrayList<>(), new ArrayList<>());
		String name = article.path().replaceFirst("\\.md$", ".claims.yaml");
		read(name, Standing.SHOWN, UnaryOperator.identity(), codings);
		read(name.replaceFirst("^articles/", "first-coding/"), Standing.COMPARED, ClaimSubmission::beforeAdjudication,
				codings);
		read(name.replaceFirst("^articles/", "second-coding/"), Standing.COMPARED, UnaryOperator.identity(), codings);
		return codings;
	}

	private void read(String path, Standing standing, UnaryOperator<ClaimSubmission> as, Codings codings) {
		try {
			for (CorpusFile file : this.folder.files(path)) {
				int before = this.found.count();
				List<Located<ClaimSubmission>> read = this.reader.claims(file)
					.stream()
					.map((claim) -> new Located<>(as.apply(claim.value()), claim.file(), claim.at()))
					.toList();
				boolean complete = this.whole && this.found.count() == before;
				Map<String, List<ClaimSubmission>> byCoding = new LinkedHashMap<>();
				if (standing == Standing.SHOWN && complete) {
					// A list without claims takes back all of them.
					byCoding.put(IngestCorpus.SHOWN_CODING, new ArrayList<>());
				}
				for (Located<ClaimSubmission> claim : read) {
					byCoding.computeIfAbsent(claim.value().coding(), (coding) -> new ArrayList<>()).add(claim.value());
				}
				byCoding.forEach((coding, submissions) -> codings.codings()
					.add(new SubmitArticle.Coding(coding, standing, submissions, complete)));
				codings.claims().addAll(read);
			}
		}
		catch (IOException ex) {
			this.found.accept(Problem.unreadable(path, null, "The file cannot be read: " + ex.getMessage() + "."));
		}
	}

	/**
	 * The codings of an article.
	 *
	 * @param codings as they are handed in
	 * @param claims their claims, with the places where they were read
	 */
	record Codings(List<SubmitArticle.Coding> codings, List<Located<ClaimSubmission>> claims) {
	}

}
