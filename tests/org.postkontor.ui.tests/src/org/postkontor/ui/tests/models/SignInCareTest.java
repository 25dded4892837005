package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.reminder.SignInCare;
import org.postkontor.ui.internal.reminder.SignInCare.Found;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** What is done for sign-ins in the background. */
class SignInCareTest {
	private final FakeServices services = new FakeServices();
	private final DirectBackground background = new DirectBackground();
	private final List<Found> found = new ArrayList<>();
	private final List<Problem> shown = new ArrayList<>();
	private final SignInCare care = new SignInCare(new UiContext(services.all, background, (problem, remedy) -> shown.add(problem)), found::add);

	@AfterEach
	void forget() throws BackingStoreException {
		InstanceScope.INSTANCE.getNode("org.postkontor.ui.tests").node("said").clear();
	}

	@Test
	void doesNothingWhileTheWindowStarts() {
		care.start();
		assertEquals(0, services.signIns.keptAlive());
		assertFalse(background.delays().get(0).compareTo(Duration.ofSeconds(30)) < 0);
	}

	@Test
	void keepsAliveSoonAfterTheStartAndThenOnceADay() {
		care.start();
		round(Duration.ofMinutes(1));
		assertEquals(1, services.signIns.keptAlive());
		round(Duration.ofHours(23));
		assertEquals(1, services.signIns.keptAlive());
		round(Duration.ofHours(1));
		assertEquals(2, services.signIns.keptAlive());
	}

	@Test
	void triesAgainAfterAProblemWithoutDisturbing() {
		services.signIns.failNextKeepAlive(Samples.diskFull());
		care.start();
		round(Duration.ofMinutes(1));
		assertEquals(List.of(), shown);
		round(Duration.ofMinutes(59));
		assertEquals(1, services.signIns.keptAlive());
		round(Duration.ofMinutes(1));
		assertEquals(2, services.signIns.keptAlive());
	}

	@Test
	void noticesAGrantedConsentAndLetsTheAccountGoOn() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.outbox.pause(account.id(), Samples.signInNeeded());
		care.start();
		round(Duration.ofMinutes(1));
		services.consents.ask(account, services.clock.instant(), true);
		round(Duration.ofSeconds(30));
		assertEquals(0, services.consents.polls(), "not its turn yet");
		services.consents.grant(account);
		round(Duration.ofSeconds(30));
		assertEquals(List.of(account), found.get(0).granted());
		assertEquals(List.of(), services.outbox.lanes());
	}

	@Test
	void leavesAloneAConsentThatOnlyASignInCanSee() {
		services.consents.ask(services.signedInAccount("anna.berg@kanzlei.test"), services.clock.instant(), false);
		care.start();
		round(Duration.ofHours(1));
		assertEquals(0, services.consents.polls());
	}

	@Test
	void warnsOfAnEndOnceADay() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		Instant end = services.clock.instant().plus(Duration.ofDays(5));
		services.signIns.add("anna.berg@kanzlei.test", Verdict.VALID, Optional.of(new ForeseeableEnd(end, Reason.FREQUENCY)), account);
		services.signIns.add("buero@kanzlei.test", Verdict.VALID, Optional.empty());
		care.start();
		round(Duration.ofMinutes(1));
		assertEquals(List.of("anna.berg@kanzlei.test"), found.get(0).ending().stream().map(e -> e.who()).toList());
		SignInCare restarted = new SignInCare(new UiContext(services.all, background, (problem, remedy) -> shown.add(problem)), found::add);
		restarted.start();
		round(Duration.ofMinutes(1));
		assertEquals(1, found.size());
	}

	@Test
	void endsWithTheWindow() {
		care.start();
		care.close();
		round(Duration.ofMinutes(1));
		assertEquals(0, services.signIns.keptAlive());
		assertEquals(1, background.delays().size());
	}

	private void round(Duration later) {
		services.clock.advance(later);
		background.runLater();
	}
}
