package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.health.EndingSignIn;
import org.postkontor.ui.internal.health.EntryOrder;
import org.postkontor.ui.internal.health.EntryOrder.Column;
import org.postkontor.ui.internal.health.EntryText;
import org.postkontor.ui.internal.health.HealthMessages;
import org.postkontor.ui.internal.health.HealthState;
import org.postkontor.ui.internal.health.SignInEntries;
import org.postkontor.ui.internal.health.SignInEntry;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** The list of sign-ins: what is in it, in which order, in which words. */
class SignInEntriesTest {
	private static final String ANNA = "anna.berg@kanzlei.test";
	private static final Formats GERMAN = new Formats(Locale.GERMAN, ZoneOffset.UTC);

	private final FakeServices services = new FakeServices();

	@Test
	void namesEachIdentityOnceWithAllItsAccounts() throws ProblemException {
		Account own = services.signedInAccount(ANNA);
		Account shared = services.signedInAccount("buero@kanzlei.test");
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), own, shared);
		services.broker.needs("oauth", ANNA);
		List<SignInEntry> entries = load();
		assertEquals(1, entries.size());
		assertEquals(List.of(own, shared), entries.get(0).accounts());
		assertEquals(HealthState.NEEDED, entries.get(0).state());
	}

	@Test
	void showsAlsoWhatIsWaitedForWithoutASignIn() throws ProblemException {
		services.accounts.save(Samples.account(ANNA));
		services.broker.needs("oauth", ANNA);
		SignInEntry entry = load().get(0);
		assertEquals(ANNA, entry.who());
		assertEquals(Optional.empty(), entry.stored());
	}

	@Test
	void showsAPendingConsent() throws ProblemException {
		Account account = Samples.account(ANNA);
		services.accounts.save(account);
		services.consents.ask(account, services.clock.instant(), true);
		assertEquals(List.of(HealthState.CONSENT_PENDING), load().stream().map(SignInEntry::state).toList());
	}

	@Test
	void tellsWhatTheProviderSaidFromWhatIsNotKnown() throws ProblemException {
		services.signIns.add("a@kanzlei.test", Verdict.VALID, Optional.empty());
		services.signIns.add("b@kanzlei.test", Verdict.UNKNOWN, Optional.empty());
		services.signIns.add("c@kanzlei.test", Verdict.INVALID, Optional.empty());
		services.signIns.add("d@kanzlei.test", Verdict.VALID, Optional.of(endsIn(Duration.ofDays(6))));
		services.signIns.add("e@kanzlei.test", Verdict.VALID, Optional.of(endsIn(Duration.ofDays(8))));
		assertEquals(List.of(HealthState.VALID, HealthState.UNKNOWN, HealthState.NEEDED, HealthState.ENDING, HealthState.VALID),
				load().stream().map(SignInEntry::state).toList());
	}

	@Test
	void doesNotWarnOfAShortLifeFromItsFirstDay() {
		SignInInfo info = services.signIns.add(ANNA, Verdict.VALID, Optional.of(new ForeseeableEnd(Instant.parse("2026-09-09T08:00:00Z"), Reason.TESTING)));
		assertEquals(Optional.empty(), EndingSignIn.of(info, Instant.parse("2026-09-02T09:00:00Z")));
		assertTrue(EndingSignIn.of(info, Instant.parse("2026-09-06T09:00:00Z")).isPresent());
	}

	@Test
	void saysInDaysWhenItEnds() {
		Instant now = Instant.parse("2026-11-22T09:00:00Z");
		assertEquals(HealthMessages.today, ending(now, "2026-11-22T23:00:00Z"));
		assertEquals(HealthMessages.tomorrow, ending(now, "2026-11-23T01:00:00Z"));
		assertTrue(ending(now, "2026-11-27T08:00:00Z").contains("5"));
	}

	@Test
	void putsFirstWhatNeedsSomebodyAndTurnsRoundOnTheSecondClick() throws ProblemException {
		services.signIns.add("a@kanzlei.test", Verdict.VALID, Optional.of(endsIn(Duration.ofDays(80))));
		services.signIns.add("b@kanzlei.test", Verdict.INVALID, Optional.empty());
		services.signIns.add("c@kanzlei.test", Verdict.VALID, Optional.of(endsIn(Duration.ofDays(3))));
		EntryOrder byState = new EntryOrder(Column.STATE, false);
		assertEquals(List.of("b@kanzlei.test", "c@kanzlei.test", "a@kanzlei.test"), sorted(byState, ""));
		EntryOrder byEnd = byState.chosen(Column.END);
		assertEquals(List.of("c@kanzlei.test", "a@kanzlei.test", "b@kanzlei.test"), sorted(byEnd, ""));
		assertEquals(List.of("b@kanzlei.test", "a@kanzlei.test", "c@kanzlei.test"), sorted(byEnd.chosen(Column.END), ""));
	}

	@Test
	void findsByAllWordsInAnyColumn() throws ProblemException {
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), services.signedInAccount(ANNA));
		services.signIns.add("buero@kanzlei.test", Verdict.VALID, Optional.empty());
		EntryOrder order = new EntryOrder(Column.WHO, false);
		assertEquals(List.of(ANNA), sorted(order, "oauth BERG"));
		assertEquals(List.of(), sorted(order, "berg nobody"));
	}

	@Test
	void saysAllThatIsKnownInWords() throws ProblemException {
		services.signIns.add(ANNA, Verdict.VALID, Optional.of(endsIn(Duration.ofDays(3))), services.signedInAccount(ANNA));
		String details = new EntryText(load().get(0), GERMAN).details(services.texts);
		for (String part : List.of(ANNA, "Kanzlei Muster", "OAuth 2.0", HealthMessages.reasonFrequency, HealthMessages.rights, "01.09.26")) {
			assertTrue(details.contains(part), () -> part + " is missing in " + details);
		}
		assertFalse(details.contains("mail.send"), "scopes are for the copy");
		assertTrue(new EntryText(load().get(0), GERMAN).report(services.texts).contains("mail.send"));
	}

	private ForeseeableEnd endsIn(Duration time) {
		return new ForeseeableEnd(services.clock.instant().plus(time), Reason.FREQUENCY);
	}

	private static String ending(Instant now, String end) {
		return new EndingSignIn(ANNA, List.of(), now, Instant.parse(end)).when(GERMAN);
	}

	private List<String> sorted(EntryOrder order, String words) throws ProblemException {
		return order.of(load(), words, GERMAN).stream().map(SignInEntry::who).toList();
	}

	private List<SignInEntry> load() throws ProblemException {
		return new SignInEntries(services.all).run(new NullProgressMonitor());
	}
}
