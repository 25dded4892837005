package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.postkontor.outbox.internal.RecipientBook;
import org.postkontor.transport.SendOutcome.RecipientResult;

class RecipientBookTest {
	private static final RecipientResult ACCEPTED = new RecipientResult.Accepted("250");
	private static final RecipientResult DEFERRED = new RecipientResult.Deferred("450");
	private static final RecipientResult REJECTED = new RecipientResult.Rejected("550");

	@Test
	void neverForgetsThatARecipientHasTheMail() {
		RecipientBook book = new RecipientBook(List.of("a"), Map.of("a", ACCEPTED)).with(Map.of("a", DEFERRED)).with(Map.of("a", REJECTED));
		assertEquals(Set.of("a"), book.accepted());
		assertEquals(Set.of(), book.nextChunk());
	}

	@Test
	void triesNewRecipientsBeforeDeferredOnes() {
		RecipientBook book = new RecipientBook(List.of("a", "b", "c"), Map.of("a", DEFERRED));
		assertEquals(Set.of("b", "c"), book.nextChunk());
		assertEquals(Set.of("a"), book.with(Map.of("b", ACCEPTED, "c", REJECTED)).nextChunk());
	}

	@Test
	void neverTriesARejectedRecipient() {
		assertEquals(Set.of(), new RecipientBook(List.of("a"), Map.of("a", REJECTED)).nextChunk());
	}

	@Test
	void takesAHundredAtOnceInTheirOrder() {
		List<String> all = IntStream.range(0, 150).mapToObj(i -> "r" + i).toList();
		assertEquals(all.subList(0, 100), new ArrayList<>(new RecipientBook(all, Map.of()).nextChunk()));
	}
}
