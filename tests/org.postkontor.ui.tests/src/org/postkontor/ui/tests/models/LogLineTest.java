package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.ui.internal.transmission.LogLine;
import org.postkontor.ui.tests.fakes.FakeOutbox;
import org.postkontor.ui.tests.fakes.FakeTexts;
import org.postkontor.ui.tests.fakes.FakeTransmissionLog;

class LogLineTest {
	private final FakeOutbox outbox = new FakeOutbox();

	private List<LogLine> lines(Locale locale) {
		var id = outbox.add(AccountId.create(), MailState.FILED, "Mietvertrag", Optional.empty());
		return LogLine.of(FakeTransmissionLog.of(outbox.entry(id).orElseThrow()), locale, ZoneOffset.UTC, new FakeTexts());
	}

	@Test
	void putsAttemptsAndEventsInTheOrderOfTime() {
		assertEquals(List.of("Accepted into the outbox", "Refused for now", "Accepted by the server",
				"Copy in “Sent” settled: The account has no “Sent” folder"), lines(Locale.ENGLISH).stream().map(LogLine::what).toList());
	}

	@Test
	void namesServerEncryptionAndAnswerOfAnAttempt() {
		LogLine accepted = lines(Locale.GERMAN).get(2);
		assertEquals("mail.kanzlei.test:465, TLSv1.3", accepted.server());
		assertEquals("250 2.0.0 Ok: queued as 4ABCD", accepted.answer());
		assertEquals("22.11.2026 08:01:00 +00:00", accepted.time());
	}

	@Test
	void isOneLineOfTextForTheClipboard() {
		assertEquals("2026-11-22 08:00:00 +00:00\tRefused for now\tmail.kanzlei.test:465, TLSv1.3\t451 4.7.1 Greylisted, come again",
				lines(Locale.ENGLISH).get(1).text());
	}
}
