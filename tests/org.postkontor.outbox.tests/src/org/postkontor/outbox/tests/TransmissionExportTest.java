package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.TransmissionTexts;
import org.postkontor.outbox.internal.StoredTransmissionLog;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class TransmissionExportTest {
	private static final String EVIL = "<script>alert(\"1\")</script> & 'x' \u202E\u0007 ü";
	@TempDir
	Path folder;

	private Rig rig;
	private StoredTransmissionLog log;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		log = new StoredTransmissionLog(rig.outbox(), new IdsAsTexts(), rig.clock);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private String html(Locale locale, OutboxId... ids) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		log.writeHtml(List.of(ids), locale, out);
		return out.toString(StandardCharsets.UTF_8);
	}

	private JsonObject json(OutboxId... ids) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		log.writeJson(List.of(ids), out);
		return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
	}

	private OutboxId accepted(String reply) throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			h.boundary();
			return new SendOutcome.Accepted(reply, Map.of("r0@example.test", new RecipientResult.Accepted("250 2.1.5 r0 fine")));
		});
		rig.drain();
		return id;
	}

	@Test
	void thePageSaysEverythingInGerman() throws Exception {
		OutboxId id = accepted("250 2.0.0 Ok: queued as 4ABCD");
		String page = html(Locale.GERMANY, id);
		for (String expected : List.of("<html lang=\"de\">", "<title>Sendeprotokoll</title>", "mail 1", "anna@example.test", "r0@example.test",
				rig.entry(id).messageId().replace("<", "&lt;").replace(">", "&gt;"), "mail.example.test:465", "TLSv1.3 TLS_AES_256_GCM_SHA384",
				"CN=mail.example.test", "XOAUTH2", "Vom Server angenommen", "<td>4ABCD</td>", "250 2.0.0 Ok: queued as 4ABCD", "250 2.1.5 r0 fine",
				"Das Konto hat keinen Ordner „Gesendet“")) {
			assertTrue(page.contains(expected), () -> expected + " in " + page);
		}
	}

	@Test
	void thePageSpeaksEnglishToEverybodyElse() throws Exception {
		String page = html(Locale.FRANCE, accepted("250 ok"));
		assertTrue(page.contains("<html lang=\"en\">"), page);
		assertTrue(page.contains("Accepted by the server"), page);
	}

	@Test
	void thePageEscapesWhatComesFromOutside() throws Exception {
		rig.sender.peer = new Peer("mail.example.test:465", "TLSv1.3", "TLS_X", "CN=" + EVIL, "XOAUTH2");
		OutboxId id = rig.outbox().submit(Rig.ANNA, Rig.draft("<img src=x onerror=alert(1)> ü", 1), null);
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE).detail("reply", "554 " + EVIL),
				Map.of("r0@example.test", new RecipientResult.Rejected("554 " + EVIL))));
		rig.drain();
		String page = html(Locale.ENGLISH, id);
		assertFalse(page.contains("<script"), page);
		assertFalse(page.contains("<img"), page);
		assertFalse(page.contains("\u202E") || page.contains("\u0007"), page);
		assertTrue(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"), page);
	}

	@Test
	void thePageNeedsNothingElseAndMayRunNothing() throws Exception {
		String page = html(Locale.ENGLISH, accepted("250 ok"));
		assertTrue(page.contains("default-src 'none'"), page);
		assertFalse(page.matches("(?s).*(<link|<script|src=|href=|url\\(|@import).*"), page);
		assertTrue(page.contains("@media print"), page);
		assertTrue(page.endsWith("</body></html>\n"), page);
	}

	@Test
	void thePageExplainsProblemsAndNamesDecisions() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.outbox().resolve(id, Decision.MARK_SENT);
		String page = html(Locale.GERMAN, id);
		assertTrue(page.contains("outbox.in-doubt in de. about outbox.in-doubt"), page);
		assertTrue(page.contains("Als gesendet markiert<br>Vom Benutzer entschieden"), page);
	}

	@Test
	void theJsonHasTheDocumentedFields() throws Exception {
		JsonObject json = json(accepted("250 2.0.0 Ok: queued as 4ABCD"));
		assertEquals("org.postkontor.transmission-log", json.get("format").getAsString());
		assertEquals(1, json.get("version").getAsInt());
		assertEquals(Set.of("format", "version", "created", "mails"), json.keySet());
		JsonObject mail = json.getAsJsonArray("mails").get(0).getAsJsonObject();
		assertEquals(Set.of("id", "account", "state", "messageId", "subject", "sender", "recipients", "size", "sha256", "submitted", "results", "attempts",
				"events"), mail.keySet());
		JsonObject attempt = mail.getAsJsonArray("attempts").get(0).getAsJsonObject();
		assertEquals(Set.of("started", "handedOver", "ended", "outcome", "state", "peer", "reply", "recipients", "problem"), attempt.keySet());
		assertEquals("4ABCD", attempt.getAsJsonObject("reply").get("queueId").getAsString());
		assertEquals(Set.of("code", "enhancedCode", "queueId", "text"), attempt.getAsJsonObject("reply").keySet());
		assertEquals(Set.of("server", "tls", "cipher", "certificate", "mechanism"), attempt.getAsJsonObject("peer").keySet());
		assertEquals("ACCEPTED", attempt.getAsJsonObject("recipients").getAsJsonObject("r0@example.test").get("result").getAsString());
		JsonObject event = mail.getAsJsonArray("events").get(0).getAsJsonObject();
		assertEquals(Set.of("at", "kind", "decision", "state", "note", "problem"), event.keySet());
	}

	@Test
	void writesManyMailsInTheirOrderAndLeavesOutUnknownOnes() throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		JsonArray mails = json(second, new OutboxId("unknown"), first).getAsJsonArray("mails");
		assertEquals(List.of(second.value(), first.value()),
				mails.asList().stream().map(m -> m.getAsJsonObject().get("id").getAsString()).toList());
		String page = html(Locale.ENGLISH, first, second);
		assertTrue(page.indexOf("mail 1") < page.indexOf("mail 2"), page);
	}

	@Test
	void writesAnEmptyLog() throws Exception {
		assertEquals(0, json().getAsJsonArray("mails").size());
		assertTrue(html(Locale.GERMAN).contains("<h1>Sendeprotokoll</h1>"));
		assertEquals(List.of(), log.mails(Optional.empty(), Optional.empty(), Optional.empty()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void namesEveryConstant(String language) {
		TransmissionTexts texts = new TransmissionTexts(Locale.forLanguageTag(language));
		assertEquals(language, texts.locale().getLanguage());
		for (MailState state : MailState.values()) {
			assertNotNull(texts.of(state));
		}
		for (Attempt.Outcome outcome : Attempt.Outcome.values()) {
			assertNotNull(texts.of(outcome));
		}
		for (LogEvent.Kind kind : LogEvent.Kind.values()) {
			assertNotNull(texts.of(kind));
		}
	}
}
