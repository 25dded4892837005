package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.output.Texts;
import org.postkontor.cli.tests.fake.Problems;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;

class SignInsCommandsTest {
	private static final Instant ISSUED = Instant.parse("2026-01-02T03:04:05Z");

	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void tellsWhoWhichRightsAndWhenItEndsInPlainWords() {
		store("s1", Verdict.VALID, Optional.empty());
		Cli.Result result = cli.run("signins", "list");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().contains("anna.muster@example.test (Kanzlei), big"), result::out);
		assertTrue(result.out().contains("(offline_access): "), result::out);
		assertTrue(result.out().contains("Ends: 2026-04-02T03:04:05Z, if it is not used until then"), result::out);
		assertTrue(result.out().contains("Used by: anna.muster@example.test"), result::out);
	}

	@Test
	void givesAllFieldsToScripts() {
		store("s1", Verdict.VALID, Optional.empty());
		JsonObject first = cli.run("signins", "list", "--json").json().getAsJsonArray("signIns").get(0).getAsJsonObject();
		assertEquals("s1", first.get("id").getAsString());
		assertEquals("VALID", first.get("verdict").getAsString());
		assertEquals("UNUSED", first.getAsJsonObject("end").get("reason").getAsString());
		assertTrue(first.get("used").isJsonNull() && first.get("problem").isJsonNull());
		assertEquals(1, first.getAsJsonArray("accounts").size());
	}

	@Test
	void hasTheExitCodeOfASignInWhenOneIsNeeded() {
		store("s1", Verdict.INVALID, Optional.of(Problems.of(ProblemKind.SIGN_IN_NEEDED)));
		Cli.Result result = cli.run("signins", "list");
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
		assertTrue(result.out().contains("a new sign-in is needed") && result.out().contains("test.sign_in_needed"), result::out);
	}

	@Test
	void staysSuccessfulForAPassingFailure() {
		store("s1", Verdict.UNKNOWN, Optional.of(Problems.of(ProblemKind.NETWORK)));
		assertEquals(ExitCode.OK, cli.run("signins", "list").code());
	}

	@Test
	void saysThatNothingIsStored() {
		assertEquals("There are no stored sign-ins.\n", cli.run("signins", "list").out());
	}

	@Test
	void refreshesBeforeItShows() {
		store("s1", Verdict.VALID, Optional.empty());
		Cli.Result result = cli.run("signins", "refresh", "--json");
		assertEquals(1, cli.signIns.kept);
		assertEquals(1, result.json().getAsJsonArray("signIns").size());
	}

	@Test
	void refreshesTheNamedOneWhateverItsAge() {
		store("s1", Verdict.VALID, Optional.empty());
		store("s2", Verdict.VALID, Optional.empty());
		Cli.Result result = cli.run("signins", "refresh", "s2", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(List.of("s2"), cli.signIns.refreshed);
		assertEquals(0, cli.signIns.kept);
		assertEquals("s2", result.json().getAsJsonArray("signIns").get(0).getAsJsonObject().get("id").getAsString());
		assertEquals(1, result.json().getAsJsonArray("signIns").size());
	}

	@Test
	void saysWhyTheNamedOneCouldNotBeRefreshed() {
		store("s1", Verdict.VALID, Optional.empty());
		cli.signIns.refuses = Optional.of(ProblemKind.SIGN_IN_NEEDED);
		assertEquals(ExitCode.SIGN_IN_NEEDED, cli.run("signins", "refresh", "s1").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("signins", "refresh", "s9").code());
	}

	@Test
	void signsOutTheNamedOneOnly() {
		store("s1", Verdict.VALID, Optional.empty());
		store("s2", Verdict.VALID, Optional.empty());
		assertEquals("s1", cli.run("signins", "signout", "s1", "--json").json().get("id").getAsString());
		assertEquals(List.of("s2"), cli.signIns.stored.stream().map(SignInInfo::id).toList());
	}

	@Test
	void tellsThatTheProviderDidNotConfirm() {
		store("s1", Verdict.VALID, Optional.empty());
		cli.signIns.unconfirmed = Optional.of(Problems.of(ProblemKind.SERVER));
		Cli.Result result = cli.run("signins", "signout", "s1");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.err().startsWith("Note: test.server"), result::err);
		assertTrue(result.out().contains("Signed out"), result::out);
	}

	@Test
	void doesNotFindAnUnknownSignIn() {
		store("s1", Verdict.VALID, Optional.empty());
		Cli.Result result = cli.run("signins", "signout", "s3", "--json");
		assertEquals(ExitCode.NOT_FOUND, result.code());
		assertEquals("cli.signins.unknown", result.error().get("id").getAsString());
		assertFalse(cli.signIns.stored.isEmpty());
	}

	@Test
	void hasWordsForEveryVerdictAndEnd() {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			Texts texts = new Texts(locale);
			for (Verdict verdict : Verdict.values()) {
				assertFalse(texts.of("verdict", verdict).isBlank());
			}
			for (Reason reason : Reason.values()) {
				assertFalse(texts.of("end", reason).isBlank());
			}
		}
	}

	private void store(String id, Verdict verdict, Optional<Problem> problem) {
		cli.signIns.stored.add(new SignInInfo(id, "big", "anna.muster@example.test", Optional.of("Kanzlei"), Set.of("offline_access"), ISSUED, ISSUED,
				Optional.empty(), Optional.of(new ForeseeableEnd(Instant.parse("2026-04-02T03:04:05Z"), Reason.UNUSED)), verdict, problem,
				List.of(cli.add("anna.muster@example.test").id())));
	}
}
