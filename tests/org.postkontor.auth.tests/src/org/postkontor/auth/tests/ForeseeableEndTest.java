package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class ForeseeableEndTest {
	private static final String MICROSOFT = "https://login.microsoftonline.com/common/v2.0";
	private static final String GOOGLE = "https://accounts.google.com";
	private static final Problem GRANT_GONE = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN)
			.detail("error", "invalid_grant");

	@TempDir
	Path home;
	BrokerWorld world;

	@BeforeEach
	void open() {
		world = new BrokerWorld(home);
	}

	@ParameterizedTest
	@CsvSource({ MICROSOFT + ",90", GOOGLE + ",180" })
	void largeProvidersEndWhatLiesUnused(String issuer, int days) throws ProblemException {
		store("a1", issuer, Map.of());
		assertEquals(end(Duration.ofDays(days), Reason.UNUSED), only().end());
	}

	@Test
	void anUnknownProviderTellsNothing() throws ProblemException {
		store("a1", "https://login.example.test", Map.of());
		assertEquals(Optional.empty(), only().end());
	}

	@Test
	void theProviderMayKnowBetter() throws ProblemException {
		store("a1", MICROSOFT, Map.of("unusedDays", "30"));
		assertEquals(end(Duration.ofDays(30), Reason.UNUSED), only().end());
	}

	@Test
	void theProviderMayTellHowLongARefreshTokenLives() throws ProblemException {
		store("a1", MICROSOFT, Map.of("refreshExpires", world.clock.instant().plus(Duration.ofDays(30)).plus(Duration.ofMinutes(1)).toString()));
		assertEquals(end(Duration.ofDays(30), Reason.UNUSED), only().end());
	}

	@Test
	void refreshTokensThatAlwaysLiveForHoursAreNoReasonToWarn() throws ProblemException {
		store("a1", "https://login.example.test", Map.of("refreshExpires", world.clock.instant().plus(Duration.ofHours(8)).toString()));
		assertEquals(Optional.empty(), only().end());
	}

	@Test
	void anAttributeThatIsNoNumberIsIgnored() throws ProblemException {
		store("a1", "https://login.example.test", Map.of("unusedDays", "-3", "testingDays", "many", "clientSecretEnds", "soon", "refreshExpires", "T"));
		assertEquals(Optional.empty(), only().end());
	}

	@Test
	void aRegistrationDeclaredAsTestingEndsSoonerThanByLyingUnused() throws ProblemException {
		store("a1", GOOGLE, Map.of("testingDays", "7"));
		assertEquals(end(Duration.ofDays(7), Reason.TESTING), only().end());
	}

	@Test
	void googlesTestingIsLearntFromAnotherUserOfTheSameRegistration() throws ProblemException {
		store("a2", GOOGLE, Map.of());
		dies("a2", Duration.ofDays(7), GRANT_GONE);
		world.vault.remove("a2");
		store("a1", GOOGLE, Map.of());
		assertEquals(end(Duration.ofDays(7), Reason.TESTING), only().end().map(end -> rounded(end, Duration.ofDays(7))));
	}

	@Test
	void anEndAfterAnotherTimeIsNoTesting() throws ProblemException {
		store("a2", GOOGLE, Map.of());
		dies("a2", Duration.ofDays(12), GRANT_GONE);
		world.vault.remove("a2");
		store("a1", GOOGLE, Map.of());
		assertEquals(Reason.UNUSED, only().end().orElseThrow().reason());
	}

	@Test
	void theOrganisationsFrequencyIsLearntWhenTheProviderNamesIt() throws ProblemException {
		store("a1", MICROSOFT, Map.of());
		dies("a1", Duration.ofDays(30), GRANT_GONE.detail("description", "AADSTS70043: The refresh token has expired due to sign-in frequency checks"));
		store("a1", MICROSOFT, Map.of());
		assertEquals(end(Duration.ofDays(30), Reason.FREQUENCY), only().end().map(end -> rounded(end, Duration.ofDays(30))));
	}

	@Test
	void theFrequencyIsLearntFromTwoLivesOfTheSameLength() throws ProblemException {
		for (int life = 0; life < 2; life++) {
			store("a1", MICROSOFT, Map.of());
			assertEquals(Reason.UNUSED, only().end().orElseThrow().reason());
			dies("a1", Duration.ofDays(14), GRANT_GONE);
		}
		store("a1", MICROSOFT, Map.of());
		assertEquals(Reason.FREQUENCY, only().end().orElseThrow().reason());
	}

	@Test
	void aComputerThatWasOffForWeeksLearnsNothing() throws ProblemException {
		for (int life = 0; life < 2; life++) {
			store("a1", MICROSOFT, Map.of());
			world.clock.advance(Duration.ofDays(14));
			refuse("a1", GRANT_GONE);
		}
		store("a1", MICROSOFT, Map.of());
		assertEquals(Reason.UNUSED, only().end().orElseThrow().reason());
	}

	@Test
	void theEndOfTheRegistrationsSecretIsTold() throws ProblemException {
		store("a1", MICROSOFT, Map.of());
		AuthBinding binding = AuthBinding.of("scripted", "anna@example.test", Map.of("clientSecretEnds", "2026-12-01")).signedIn("a1");
		world.accounts.add(Samples.account(binding, binding));
		assertEquals(Optional.of(new ForeseeableEnd(Instant.parse("2026-12-01T00:00:00Z"), Reason.CLIENT_SECRET)), only().end());
	}

	private void store(String id, String issuer, Map<String, String> attributes) throws ProblemException {
		world.clock.advance(Duration.ofMinutes(1));
		Session sample = Samples.session(id, "token-0");
		world.vault.write(new Session(id, "scripted", issuer, "client", id, sample.names(), sample.scopes(), sample.hosts(), world.clock.instant(),
				world.clock.instant(), sample.secrets(), attributes));
	}

	/** Lives, refreshed until shortly before its end. */
	private void dies(String id, Duration life, Problem why) throws ProblemException {
		world.clock.advance(life.minusMinutes(30));
		Session session = world.vault.read(id).orElseThrow();
		world.vault.write(session.refreshed(world.clock.instant(), session.secrets(), session.attributes(), session.scopes()));
		world.clock.advance(Duration.ofMinutes(30));
		refuse(id, why);
	}

	private void refuse(String id, Problem why) {
		world.provider.expired = true;
		world.provider.trouble = why;
		AuthBinding binding = Samples.binding("scripted").signedIn(id);
		assertThrows(ProblemException.class,
				() -> new LockingSignInBroker(sessions()).credential(binding, Samples.IMAP, Interaction.FORBIDDEN, null));
	}

	private SignInInfo only() throws ProblemException {
		List<SignInInfo> all = new StoredSignIns(sessions()).list();
		assertEquals(1, all.size());
		return all.getFirst();
	}

	private Sessions sessions() {
		return world.sessions();
	}

	private Optional<ForeseeableEnd> end(Duration after, Reason reason) {
		return Optional.of(new ForeseeableEnd(world.clock.instant().plus(after), reason));
	}

	/** A life is known to the half hour only. */
	private ForeseeableEnd rounded(ForeseeableEnd end, Duration expected) {
		Instant exact = world.clock.instant().plus(expected);
		return Duration.between(end.at(), exact).abs().compareTo(Duration.ofHours(1)) <= 0 ? new ForeseeableEnd(exact, end.reason()) : end;
	}
}
