package org.catena.exchange;

import java.util.List;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is understood of annotations as different tools write them.
 */
class SentAnnotationTests {

	@Test
	void readsHypothesis() {
		SentAnnotation sent = read(
				"""
						{"id": "abc", "user": "acct:someone@hypothes.is", "uri": "https://example.org/a", "text": "Says who?",
						 "tags": ["doubt", "nato"], "group": "__world__", "target": [{"source": "https://example.org/a", "selector": [
						 {"type": "RangeSelector", "startContainer": "/div[1]/p[2]", "startOffset": 3, "endContainer": "/div[1]/p[2]", "endOffset": 9},
						 {"type": "TextPositionSelector", "start": 103, "end": 109},
						 {"type": "TextQuoteSelector", "exact": "claims", "prefix": "who ", "suffix": " so"}]}]}""");
		assertThat(sent.quotes()).containsExactly("claims");
		assertThat(sent.comments()).containsExactly("Says who?");
		assertThat(sent.tags()).containsExactly("doubt", "nato");
		assertThat(sent.addresses()).containsExactly("https://example.org/a");
	}

	@Test
	void readsRecogito() {
		SentAnnotation sent = read("""
				{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "#a88b22d0", "body": [
				 {"type": "TextualBody", "purpose": "commenting", "value": "A comment"},
				 {"type": "TextualBody", "purpose": "tagging", "value": "NATO"}],
				 "target": {"selector": [{"type": "TextQuoteSelector", "exact": "some words"},
				 {"type": "TextPositionSelector", "start": 1, "end": 11}]}}""");
		assertThat(sent)
			.isEqualTo(new SentAnnotation(List.of("some words"), List.of("A comment"), List.of("NATO"), List.of()));
	}

	@Test
	void readsOtherFormsOfTheModel() {
		SentAnnotation sent = read(
				"""
						{"type": ["Annotation", "oa:Annotation"], "bodyValue": "Plain", "body": ["https://example.org/body",
						 {"type": "Choice", "items": [{"value": "One"}, {"value": "Two"}]}],
						 "target": ["https://example.org/t1", {"id": "https://example.org/t2"},
						 {"source": {"id": "https://example.org/t3"}, "selector": {"type": "FragmentSelector", "value": "p1",
						 "refinedBy": {"type": "TextQuoteSelector", "exact": "refined"}}},
						 {"type": "SpecificResource", "source": "https://example.org/t4", "selector": {"type": "RangeSelector",
						 "startSelector": {"type": "TextQuoteSelector", "exact": "from"}, "endSelector": {"exact": "to"}}}]}""");
		assertThat(sent.quotes()).containsExactly("refined", "from", "to");
		assertThat(sent.comments()).containsExactly("https://example.org/body", "One", "Two", "Plain");
		assertThat(sent.addresses()).containsExactly("https://example.org/t1", "https://example.org/t2",
				"https://example.org/t3", "https://example.org/t4");
	}

	@Test
	void takesOddValuesWithoutFailing() {
		assertThat(read(
				"{\"target\": [1, null, {\"selector\": [[], 2, {\"exact\": {}}]}], \"body\": [3, {\"value\": 4}]}"))
			.isEqualTo(new SentAnnotation(List.of(), List.of(), List.of(), List.of()));
	}

	private static SentAnnotation read(String json) {
		return SentAnnotation.of(SentAnnotation.parse(json, JsonMapper.shared()));
	}

}
