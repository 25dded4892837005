package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.CatalogueProblemTexts;
import org.postkontor.testkit.peer.FaultPlan;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.internal.MailActivation;

import com.google.gson.JsonParser;

/** Every known answer of mail servers, over the wire: what the user is told, and that only a real refusal blames the credential. */
class ServerAnswersTest {
	private static final String TABLE = "/org/postkontor/transport/tests/server-answers.csv";
	private final ProblemTexts texts = new CatalogueProblemTexts(ServerAnswersTest::transportTexts);

	@ParameterizedTest(name = "{0} {1}: {3}")
	@CsvFileSource(resources = TABLE, delimiter = '|')
	void everyKnownAnswerIsExplained(String protocol, String event, String credential, String reply, String id, ProblemKind kind) throws Exception {
		Problem problem = switch (protocol) {
		case "SMTP" -> smtp(event, credential, reply);
		case "IMAP" -> imap(event, credential, reply);
		default -> pop3(event, credential, reply);
		};
		assertEquals(id, problem.id());
		assertEquals(kind, problem.kind());
		assertTrue(problem.details().containsKey("reply"), problem.details().toString());
		assertExplained(problem);
	}

	private static Problem smtp(String event, String credential, String reply) throws IOException, ProblemException {
		try (SmtpStage stage = SmtpStage.implicit()) {
			plan(stage.peer.faults(), event, reply);
			Problem problem = event.equals("AUTH") ? stage.refused(credential(credential)) : of(stage.send(SmtpStage.BEN));
			assertEquals(1, stage.said("AUTH"), "one try only");
			return problem;
		}
	}

	private static Problem of(SendOutcome outcome) {
		return switch (outcome) {
		case SendOutcome.Rejected rejected -> rejected.problem();
		case SendOutcome.Deferred deferred -> deferred.problem();
		case SendOutcome.NotSent notSent -> notSent.problem();
		default -> throw new AssertionError(outcome.toString());
		};
	}

	private static Problem imap(String event, String credential, String reply) throws IOException, ProblemException {
		try (ImapStage stage = ImapStage.implicit()) {
			if (event.equals("LOGIN")) {
				stage.peer.capabilities("IMAP4rev1");
			}
			plan(stage.peer.faults(), event, reply);
			if (!event.equals("EXAMINE")) {
				return stage.refused(credential(credential));
			}
			try (ReceiveConnection connection = stage.connect()) {
				connection.count();
				throw new AssertionError("not refused");
			} catch (ProblemException e) {
				return e.problem();
			}
		}
	}

	private static Problem pop3(String event, String credential, String reply) throws IOException {
		try (Pop3Stage stage = Pop3Stage.implicit()) {
			if (event.equals("PASS")) {
				stage.peer.capabilities("UIDL", "USER");
			}
			plan(stage.peer.faults(), event, reply);
			return stage.refused(credential(credential));
		}
	}

	private static void plan(FaultPlan faults, String event, String reply) {
		faults.always(event, Reaction.reply(reply.split("\\\\n")));
	}

	private static org.postkontor.auth.Credential credential(String which) {
		return which.equals("password") ? Net.password() : Net.token();
	}

	private void assertExplained(Problem problem) {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			String title = texts.title(problem, locale);
			String text = texts.explanation(problem, locale);
			assertFalse(title.contains(problem.id()), title);
			assertFalse((title + text).contains("{") || title.startsWith("?") || (title + text).contains(" ? "), title + text);
			assertFalse(texts.action(problem, locale).isBlank(), problem.id());
		}
		assertFalse(texts.title(problem, Locale.GERMAN).equals(texts.title(problem, Locale.ENGLISH)), problem.id());
	}

	@ParameterizedTest
	@CsvSource({ "SMTP", "IMAP", "POP3" })
	void theErrorInsideTheSignInExplainsToo(String protocol) throws Exception {
		String json = "{\"status\":\"insufficient_scope\",\"schemes\":\"bearer\",\"scope\":\"mail.send\"}";
		Problem problem;
		switch (protocol) {
		case "SMTP" -> {
			try (SmtpStage stage = SmtpStage.implicit()) {
				stage.peer.accounts().oauthError(json);
				problem = stage.refused(Net.token(Net.BAD_TOKEN));
			}
		}
		case "IMAP" -> {
			try (ImapStage stage = ImapStage.implicit()) {
				stage.peer.accounts().oauthError(json);
				problem = stage.refused(Net.token(Net.BAD_TOKEN));
			}
		}
		default -> {
			try (Pop3Stage stage = Pop3Stage.implicit()) {
				stage.peer.accounts().oauthError(json);
				problem = stage.refused(Net.token(Net.BAD_TOKEN));
			}
		}
		}
		assertEquals("transport.scope-refused", problem.id());
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, problem.kind());
		assertEquals(json, problem.details().get("reply"));
		assertExplained(problem);
	}

	@Test
	void theCommandForTheAdministratorNamesTheMailbox() throws Exception {
		Problem problem = smtp("AUTH", "token", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.");
		assertTrue(texts.explanation(problem, Locale.GERMAN).contains("Set-CASMailbox -Identity " + Net.USER), texts.explanation(problem, Locale.GERMAN));
		assertEquals("5.7.139 535", problem.details().get("code"));
		assertEquals(Remedy.ASK_ADMINISTRATOR, problem.remedy());
	}

	@Test
	void bothAddressesAreNamedWhereTheSenderIsNotAllowed() throws Exception {
		try (SmtpStage stage = SmtpStage.implicit()) {
			stage.peer.faults().always("DOT", Reaction.reply("550 5.7.60 SMTP; Client does not have permissions to send as this sender"));
			Problem problem = assertInstanceOf(SendOutcome.Rejected.class, stage.send(SmtpStage.BEN)).problem();
			assertEquals(Net.USER, problem.details().get("user"));
			assertTrue(problem.details().get("sender").contains("@"), problem.details().toString());
		}
	}

	@Test
	void theTimeThatAServerWantsIsShown() throws Exception {
		Problem problem = imap("AUTHENTICATE", "token", "TAG NO Request is throttled. Suggested Backoff Time: 299923 Milliseconds");
		assertEquals("PT4M59.923S", problem.details().get("wait"));
	}

	@Test
	void theTableLeadsToEveryExplanationOfTheCatalogue() throws IOException {
		Set<String> reached = new TreeSet<>();
		try (InputStream in = ServerAnswersTest.class.getResourceAsStream(TABLE)) {
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|")[4])
					.forEach(reached::add);
		}
		reached.add("transport.scope-refused"); // above
		try (var in = new InputStreamReader(CatalogueExplanations.class.getResourceAsStream("mail-explanations.json"), StandardCharsets.UTF_8)) {
			Set<String> rows = StreamSupport.stream(JsonParser.parseReader(in).getAsJsonArray().spliterator(), false)
					.map(row -> row.getAsJsonObject().get("problem").getAsString()).collect(Collectors.toCollection(TreeSet::new));
			rows.removeAll(reached);
			assertEquals(Set.of(), rows);
		}
	}

	private static Map<String, String> transportTexts(String language) {
		Map<String, String> all = new HashMap<>();
		Stream.of("transport-problems" + (language.isEmpty() ? "" : "_" + language) + ".properties").forEach(name -> {
			try (InputStream in = MailActivation.class.getResourceAsStream(name)) {
				Properties texts = new Properties();
				if (in != null) {
					texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
				}
				texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
		return all;
	}
}
