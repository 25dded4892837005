package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.postkontor.account.Protocol;
import org.postkontor.contract.Boundary;
import org.postkontor.contract.ContractMail;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.CatalogueProblemTexts;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.exchange.internal.Meaning;
import org.postkontor.transport.internal.MailActivation;

import com.google.gson.JsonParser;

/** Every known answer of Graph and of Exchange Web Services, over a socket, through the real sender and the real outbox. */
class ExchangeAnswersTest {
	private static final String TABLE = "/org/postkontor/transport/exchange/tests/exchange-answers.csv";
	@TempDir
	Path folder;
	private final ProblemTexts texts = new CatalogueProblemTexts(ExchangeAnswersTest::moreTexts);

	@ParameterizedTest(name = "{0} {1} {2} as {3}: {4}")
	@CsvFileSource(resources = TABLE, delimiter = '|')
	void everyKnownAnswerIsExplainedAndMovesMailAndLaneAsItShould(Protocol service, int status, String code, String how, String id, ProblemKind kind,
			String outcome, MailState state, int sendings) throws Exception {
		try (Stage stage = new Stage(service); Office office = new Office(folder, stage)) {
			HttpAnswer answer = answer(status, code, how);
			stage.planned.addAll(List.of(answer, answer, answer));
			OutboxId mail = office.submit("first");
			OutboxId next = office.submit("second");
			if (state != MailState.QUEUED || outcome.equals("Deferred")) {
				stage.planned.removeLast();
				stage.planned.removeLast();
			}
			office.drain();
			assertEquals(state, office.entry(mail).state());
			boolean paused = outcome.equals("Declined");
			Problem problem = paused ? office.paused().orElseThrow() : office.entry(mail).problem().orElseThrow();
			assertEquals(paused, office.paused().isPresent());
			assertEquals(paused ? MailState.QUEUED : MailState.FILED, office.entry(next).state(), "the mail behind it");
			assertEquals(id, problem.id());
			assertEquals(kind, problem.kind());
			assertTrue(problem.details().getOrDefault("reply", "").startsWith(String.valueOf(status)), problem.details().toString());
			assertEquals(paused ? sendings : sendings + 1, stage.sendings(), "no storm");
			assertEquals(sendings == 2 ? 1 : 0, office.broker.events.stream().filter(e -> e.startsWith("refused")).count(), "only a refusal blames the token");
			assertExplained(problem);
		}
	}

	@ParameterizedTest(name = "{0} {1} {2} as {3}: {6}")
	@CsvFileSource(resources = TABLE, delimiter = '|')
	void everyKnownAnswerIsAnOutcome(Protocol service, int status, String code, String how, String id, ProblemKind kind, String outcome) throws Exception {
		try (Stage stage = new Stage(service)) {
			stage.planned.add(answer(status, code, how));
			try (SendConnection connection = stage.sender().connect(stage.endpoint(), Stage.token(Stage.TOKEN), null)) {
				SendOutcome got = connection.send(ContractMail.mail("mail", "ben@example.test"), Set.of("ben@example.test"), new Boundary(), null);
				assertEquals(outcome, got.getClass().getSimpleName(), got.toString());
				assertEquals(1, stage.sendings());
			}
		}
	}

	private static HttpAnswer answer(int status, String code, String how) {
		return switch (how) {
		case "json" -> Answers.graph(status, code);
		case "html" -> HttpAnswer.html(status, "<html><body>" + status + " from a proxy</body></html>");
		case "empty" -> HttpAnswer.of(status, "text/plain", "");
		case "redirect" -> HttpAnswer.redirect(status, "https://localhost:1/elsewhere");
		case "soap" -> Answers.ews("CreateItem", code, "");
		default -> Answers.fault(code, "");
		};
	}

	private void assertExplained(Problem problem) {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			String title = texts.title(problem, locale);
			String text = texts.explanation(problem, locale);
			assertFalse((title + text).contains(problem.id()), title);
			assertFalse((title + text).contains("{") || title.startsWith("?") || (title + text).contains(" ? "), title + text);
			assertFalse(texts.action(problem, locale).isBlank(), problem.id());
			assertFalse(texts.fixer(problem, locale).isBlank(), problem.id());
		}
		assertNotEquals(texts.title(problem, Locale.ENGLISH), texts.title(problem, Locale.GERMAN), problem.id());
	}

	@Test
	void everyRowOfTheCatalogueHasArrivedOverASocket() throws Exception {
		Set<String> arrived = new HashSet<>(Set.of("GRAPH insufficient_claims", "EWS insufficient_claims")); // ClaimsTest
		try (var in = new InputStreamReader(ExchangeAnswersTest.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8)) {
			new java.io.BufferedReader(in).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|"))
					.forEach(columns -> arrived.addAll(List.of(columns[0] + " " + columns[1], columns[0] + " " + columns[2])));
		}
		List<String> missing = new ArrayList<>();
		try (var in = new InputStreamReader(CatalogueExplanations.class.getResourceAsStream("exchange-explanations.json"), StandardCharsets.UTF_8)) {
			JsonParser.parseReader(in).getAsJsonArray().forEach(element -> {
				var row = element.getAsJsonObject();
				for (String code : row.get("codes").getAsString().split(" ")) {
					boolean seen = Stream.of(row.get("sources").getAsString().split(" ")).anyMatch(source -> arrived.contains(source + " " + code));
					if (!seen) {
						missing.add(row.get("sources").getAsString() + " " + code);
					}
				}
			});
		}
		assertEquals(List.of(), missing);
	}

	@Test
	void whatTheServiceAsksForIsHonouredBeforeItIsAskedAgain() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH); Office office = new Office(folder, stage)) {
			stage.planned.add(Answers.graph(429, "TooManyRequests").withHeader("Retry-After", "300"));
			OutboxId mail = office.submit("throttled");
			office.drain();
			assertEquals("PT5M", office.paused().orElseThrow().details().get("wait"));
			for (int i = 0; i < 5; i++) {
				office.clock.advance(Duration.ofMinutes(1));
				office.drain();
			}
			assertEquals(1, stage.sendings(), "the place is left alone");
			assertEquals(MailState.QUEUED, office.entry(mail).state());
		}
	}

	@Test
	void aSenderThatIsNotAllowedIsNamedTogetherWithTheUser() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH); Office office = new Office(folder, stage)) {
			stage.planned.add(Answers.graph(403, "ErrorSendAsDenied"));
			OutboxId mail = office.submit("not allowed");
			office.drain();
			Problem problem = office.entry(mail).problem().orElseThrow();
			assertEquals(Stage.ANNA, problem.details().get("sender"));
			assertEquals(Stage.ANNA, problem.details().get("user"));
			assertEquals("ErrorSendAsDenied 403", problem.details().get("code"));
		}
	}

	@Test
	void theNumberOfTheRequestIsThereForTheAdministrator() throws Exception {
		try (Stage stage = new Stage(Protocol.GRAPH); Office office = new Office(folder, stage)) {
			stage.planned.add(Answers.graph(403, "ErrorAccessDenied").withHeader("request-id", "99999999-2222-3333-4444-555555555555"));
			office.submit("denied");
			office.drain();
			assertTrue(office.paused().orElseThrow().details().get("reply").contains("request-id 99999999-2222-3333-4444-555555555555"));
		}
	}

	@Test
	void everyMeaningOfTheTableExists() throws Exception {
		Properties codes = new Properties();
		try (var in = Meaning.class.getResourceAsStream("codes.properties")) {
			codes.load(in);
		}
		assertFalse(codes.isEmpty());
		codes.values().forEach(meaning -> Meaning.valueOf(meaning.toString().strip()));
	}

	private static Map<String, String> moreTexts(String language) {
		Map<String, String> all = new HashMap<>();
		String suffix = (language.isEmpty() ? "" : "_" + language) + ".properties";
		load(MailActivation.class, "transport-problems" + suffix, all);
		load(Meaning.class, "exchange-problems" + suffix, all);
		load(org.postkontor.outbox.internal.DurableOutbox.class, "outbox-problems" + suffix, all);
		return all;
	}

	private static void load(Class<?> neighbour, String name, Map<String, String> all) {
		Properties loaded = new Properties();
		try (InputStream in = neighbour.getResourceAsStream(name)) {
			if (in != null) {
				loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
			}
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		loaded.stringPropertyNames().forEach(key -> all.put(key, loaded.getProperty(key)));
	}
}
