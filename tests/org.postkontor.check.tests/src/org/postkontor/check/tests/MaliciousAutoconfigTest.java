package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Home;
import org.postkontor.account.internal.JsonAccountRegistry;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.check.CheckReport;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.peer.Transcript;

/** Somebody who can answer for a domain leads an account to servers of his own, and the sign-in to a provider that is known. */
class MaliciousAutoconfigTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);

	@TempDir
	Path home;
	AutoconfigAttack attack;

	@BeforeEach
	void start() throws Exception {
		attack = new AutoconfigAttack(home);
	}

	@AfterEach
	void stop() throws Exception {
		attack.close();
	}

	@Test
	void thePersonIsAskedForTheServersBeforeSigningInAndNothingIsFetchedForThem() throws Exception {
		assertFalse(attack.found().trusted());
		Account account = attack.account();
		Approver person = new Approver(false);
		Problem problem = assertThrows(ProblemException.class, () -> attack.broker.signIn(account, BOTH, person, null)).problem();
		assertForeign(problem);
		assertEquals(List.of(new ForeignHosts("Known Mail", AutoconfigAttack.ANNA, List.of(AutoconfigAttack.ATTACKER))), person.asked);
		assertEquals(0, person.opened);
		assertEquals(0, attack.idp.tokenRequests());
		attack.accounts.save(account);
		assertEquals("auth.not-signed-in", problem(attack.check(account)).id());
		assertHeardNoCredential();
	}

	@Test
	void theSignInOfTheUsersGoodAccountDoesNotGoThere() throws Exception {
		Approver person = new Approver(false);
		AuthBinding good = attack.broker.signIn(attack.honest(), BOTH, person, null).endpoints().getFirst().auth();
		assertEquals(List.of(), person.asked, "the provider's own servers need no approval");
		Account account = attack.account();
		Account bound = account.with(account.endpoints().stream().map(each -> each.with(good)).toList());
		attack.accounts.save(bound);
		assertForeign(problem(attack.check(attack.accounts.find(bound.id()).orElseThrow())));
		assertHeardNoCredential();
		assertTrue(attack.broker.session(good).isPresent());
	}

	@Test
	void anAccountThatIsMovedToAnotherServerLosesItsSignIn() throws Exception {
		Account good = attack.broker.signIn(attack.honest(), BOTH, new Approver(false), null);
		Account moved = good.with(good.endpoints().stream()
				.map(each -> each.movedTo(AutoconfigAttack.ATTACKER, each.direction() == Direction.SEND ? attack.smtp.port() : attack.imap.port(), each.tls()))
				.toList());
		attack.accounts.save(moved);
		assertTrue(moved.endpoints().stream().noneMatch(each -> each.auth().session().isPresent()));
		assertEquals("auth.not-signed-in", problem(attack.check(moved)).id());
		assertForeign(assertThrows(ProblemException.class, () -> attack.broker.signIn(moved, BOTH, new Approver(false), null)).problem());
		assertHeardNoCredential();
	}

	@Test
	void anImportedAccountFileThatNamesAnotherServerGetsNothing() throws Exception {
		Account good = attack.broker.signIn(attack.honest(), BOTH, new Approver(false), null);
		attack.accounts.save(good);
		try (Stream<Path> files = Files.list(home.resolve("accounts"))) {
			for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
				String text = Files.readString(file);
				Files.writeString(file, text.replace("imap.mail.example.org", AutoconfigAttack.ATTACKER).replace("smtp.mail.example.org", AutoconfigAttack.ATTACKER));
			}
		}
		Account edited = new JsonAccountRegistry(new Home(home, true)).find(good.id()).orElseThrow();
		assertEquals(good.endpoints().getFirst().auth().session(), edited.endpoints().getFirst().auth().session());
		assertForeign(problem(attack.check(edited)));
		assertHeardNoCredential();
	}

	@Test
	void serversThatThePersonApprovesGetItAndAreNotAskedForAgain() throws Exception {
		Approver person = new Approver(true);
		Account signedIn = attack.broker.signIn(attack.account(), BOTH, person, null);
		assertEquals(1, person.asked.size());
		String token = access(signedIn);
		attack.imap.account(AutoconfigAttack.ANNA, null, token);
		attack.smtp.account(AutoconfigAttack.ANNA, null, token);
		CheckReport report = attack.check(signedIn);
		assertTrue(report.passed(), report.toString());
		assertTrue(attack.heard().stream().anyMatch(MaliciousAutoconfigTest::authenticates), "so the tests before could fail");
		attack.broker.signIn(signedIn, BOTH, person, null);
		assertEquals(1, person.asked.size());
	}

	private static void assertForeign(Problem problem) {
		assertEquals("auth.foreign-host", problem.id());
		assertEquals(ProblemKind.CONFIGURATION, problem.kind());
		assertEquals(Remedy.APPROVE_HOST, problem.remedy());
		assertEquals(AutoconfigAttack.ATTACKER, problem.values().get("host"));
	}

	/** The problem that ends both directions. */
	private static Problem problem(CheckReport report) {
		List<Problem> problems = CheckFixture.all(report).filter(step -> step.children().isEmpty()).flatMap(step -> step.problem().stream()).distinct().toList();
		assertEquals(1, problems.size(), problems.toString());
		return problems.getFirst();
	}

	/** TLS was spoken with him, and nothing else was said. */
	private void assertHeardNoCredential() throws ProblemException {
		List<Transcript> heard = attack.heard();
		assertNotEquals(0, attack.imap.server().connections());
		assertNotEquals(0, attack.smtp.server().connections());
		assertTrue(heard.stream().flatMap(each -> each.lines().stream()).anyMatch(Transcript.Line::tls));
		assertTrue(heard.stream().noneMatch(MaliciousAutoconfigTest::authenticates), heard.toString());
		for (Secret secret : secrets()) {
			assertEquals(List.of(), Canary.of(secret.use(text -> text)).findIn(heard.toString()));
		}
	}

	private List<Secret> secrets() throws ProblemException {
		return attack.accounts.accounts().stream().flatMap(account -> account.endpoints().stream()).flatMap(each -> {
			try {
				return attack.broker.session(each.auth()).stream().flatMap(session -> session.secrets().values().stream());
			} catch (ProblemException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	private String access(Account account) throws ProblemException {
		return attack.broker.session(account.endpoints().getFirst().auth()).orElseThrow().secrets().get("access").use(text -> text);
	}

	private static boolean authenticates(Transcript heard) {
		return heard.fromClient().stream().map(line -> line.toUpperCase(Locale.ROOT))
				.anyMatch(line -> line.contains("AUTH") && !line.contains("CAPABILITY") || line.contains("LOGIN") || line.contains("BEARER"));
	}
}
