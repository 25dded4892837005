package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.outbox.ServerReply;

class ServerReplyTest {
	/** What Postfix, Exim, Sendmail, Exchange, Gmail, qmail, Haraka, OpenSMTPD and hosters with patched Exim answer. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';', value = { "250 2.0.0 Ok: queued as 4XyZ1k2Lm3z9Abc; 2.0.0; 4XyZ1k2Lm3z9Abc",
			"250 OK id=1tGxyz-00000001abC-2def; ``; 1tGxyz-00000001abC-2def",
			"250 2.0.0 4AQ0aBcD012345 Message accepted for delivery; 2.0.0; 4AQ0aBcD012345",
			"250 2.6.0 <m1@example.test> [InternalId=98765432101, Hostname=mail.example.test] 1234 bytes in 0.1, 12 KB/sec Queued mail for delivery; 2.6.0; 98765432101",
			"250 2.0.0 OK  1700000000 a1-20020a05600c0101sm123456wmq.7 - gsmtp; 2.0.0; a1-20020a05600c0101sm123456wmq.7",
			"250 ok 1700000000 qp 12345; ``; 12345", "250 Message Queued (6A1B2C3D-0000-4000-8000-000000000001.1); ``; 6A1B2C3D-0000-4000-8000-000000000001.1",
			"250 2.0.0 a1b2c3d4 Message accepted for delivery; 2.0.0; a1b2c3d4",
			"250 Requested mail action okay, completed: id=1MabcD-1tXyz0-012345; ``; 1MabcD-1tXyz0-012345",
			"250-2.0.0 Thanks 250 2.0.0 queued as 77AA88; 2.0.0; 77AA88" })
	void findsTheNumberOfTheMailAtTheServer(String text, String enhanced, String queueId) {
		assertEquals(new ServerReply(250, enhanced, queueId, text), ServerReply.of(text));
	}

	@Test
	void findsNoNumberWhereTheServerNamesNone() {
		assertEquals("", ServerReply.of("250 2.0.0 Ok").queueId());
		assertEquals("", ServerReply.of("250 2.1.5 OK").queueId());
		assertEquals("", ServerReply.of("250 ok").queueId());
	}

	@Test
	void aRefusalHasNoNumber() {
		assertEquals(new ServerReply(550, "5.7.1", "", "550 5.7.1 refused, id=abcdef"), ServerReply.of("550 5.7.1 refused, id=abcdef"));
	}

	@Test
	void keepsATextThatIsNoAnswerOfSmtp() {
		assertEquals(new ServerReply(0, "", "", ""), ServerReply.of(""));
		assertEquals(new ServerReply(0, "", "", "ErrorSendAsDenied"), ServerReply.of("ErrorSendAsDenied"));
		assertEquals(202, ServerReply.of("HTTP 202").code());
	}

	@Test
	void doesNotTakeAnAddressOfTheNetForAnEnhancedCode() {
		assertEquals("", ServerReply.of("250 5.9.1.2 greets you").enhancedCode());
	}
}
