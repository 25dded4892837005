package org.postkontor.reliability.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One mistake.
 *
 * @param name    what is done wrong
 * @param source  the file, below the checkout
 * @param right   what stands there, exactly once
 * @param wrong   what is put in its place
 * @param noticed the tests that have to fail, as {@code Class#method}
 */
public record Mutation(String name, String source, String right, String wrong, List<String> noticed) {
	private static final String OUTBOX = "bundles/org.postkontor.outbox/src/org/postkontor/outbox/internal/";
	private static final String SMTP = "bundles/org.postkontor.transport/src/org/postkontor/transport/internal/smtp/";
	private static final String TESTS = "org.postkontor.outbox.tests.";

	/** The mistakes that are tried. */
	public static List<Mutation> known() {
		return List.of(
				new Mutation("that a sent mail could not be marked as sent is ignored", OUTBOX + "DrainContext.java", """
						core.unrecorded().add(id, change);
						stop(e);
						throw e;""", "return Optional.empty();", List.of(TESTS + "StorageCaseTest#case20StopsAllSendingWhenAnAnswerCannotBeRecorded")),
				new Mutation("that a mail was deleted meanwhile is ignored", OUTBOX + "JournaledHandOver.java",
						"if (context.mails().applyBoundary(mail.id(), recipients, MailChange.of(MailEvent.BOUNDARY, context.now()).noted(note)).isEmpty()) {",
						"if (context.mails().applyBoundary(mail.id(), recipients, MailChange.of(MailEvent.BOUNDARY, context.now()).noted(note)) == null) {",
						List.of(TESTS + "ChangeOfMindTest#removesAMailWhileItsBodyIsUnderWay", TESTS + "DrainTest#aHoldDuringSendingWinsOverTheBoundary")),
				new Mutation("the boundary is journaled after the final dot instead of before", SMTP + "JournalingSmtpTransport.java", """
						handOver.boundary();
						boundaryPassed = true;
						super.finishData();""", """
						super.finishData();
						handOver.boundary();
						boundaryPassed = true;""",
						List.of(TESTS + "RealTransportTest#case10And46DoesNotSendAgainWhenTheAnswerIsLost",
								TESTS + "WaitingFaultsTest#case48AnAnswerThatTakesElevenMinutesIsADoubtAndNoRetry")),
				new Mutation("the answer to the final dot is waited for 100 seconds only", SMTP + "SmtpDeadlines.java",
						"Duration.ofMinutes(10), Duration.ofSeconds(5)", "Duration.ofSeconds(100), Duration.ofSeconds(5)",
						List.of(TESTS + "WaitingFaultsTest#case47AnAnswerThatTakesNearlyTenMinutesIsWaitedFor")));
	}

	/** @throws IllegalStateException if the mistake cannot be made any more: then it has to be written anew */
	String applied(Path root) throws IOException {
		String text = flat(Files.readString(root.resolve(source)));
		String place = flat(right);
		int at = text.indexOf(place);
		if (at < 0 || text.indexOf(place, at + 1) >= 0) {
			throw new IllegalStateException("\"" + name + "\" does not fit " + source);
		}
		return text.substring(0, at) + flat(wrong) + text.substring(at + place.length());
	}

	/** Without indentation, so that it does not matter. No line of these files begins inside a text. */
	private static String flat(String java) {
		return java.replace("\r", "").replaceAll("(?m)^[ \t]+", "");
	}
}
