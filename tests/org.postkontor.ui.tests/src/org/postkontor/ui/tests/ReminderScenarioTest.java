package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.outbox.MailState;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.reminder.ReminderMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.fakes.Samples;
import org.postkontor.ui.tests.robot.Named;

/** What background work waits for is said without disturbing, once for each identity, and goes on after the sign-in. */
class ReminderScenarioTest extends WorkbenchScenario {
	private static final String ANNA = "anna.berg@kanzlei.test";
	private final String waiting = NLS.bind(ReminderMessages.waitsMails, ANNA, 2);
	private Display display;
	private Account account;

	@BeforeEach
	void twoMails() {
		display = WORKBENCH.workbench().display();
		account = services.signedInAccount(ANNA);
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		services.outbox.add(account.id(), MailState.QUEUED, "Rechnung 2026-118", Optional.empty());
		robot.waitUntil("the mails", () -> robot.rows(OutboxMessages.tableName).size() == 2);
	}

	@Test
	void saysWhatWaitsWithoutTakingTheKeyboard() {
		robot.selectRow(OutboxMessages.tableName, 1);
		Control focus = focus();
		pauseAndNeed();
		robot.waitUntil("the banner", () -> robot.shows(waiting));
		robot.waitUntil("the notification", this::isNotified);
		assertSame(focus, focus());
		robot.screenshot(picture("banner"));
		assertEquals(0, dialogs(), "nothing opens by itself");
	}

	@Test
	void goesOnEverywhereAfterTheSignInFromTheNotification() {
		pauseAndNeed();
		robot.useShell(ReminderMessages.titleSignIn);
		robot.waitUntil("what happens then", () -> robot.shows(ReminderMessages.safe));
		robot.screenshot(picture("notification"));
		robot.click(ReminderMessages.signIn);
		signIn();
		robot.waitUntil("no banner", () -> !robot.shows(waiting));
		robot.waitUntil("an account that goes on", () -> services.outbox.lanes().isEmpty());
	}

	@Test
	void goesOnEverywhereAfterTheSignInFromABanner() {
		pauseAndNeed();
		robot.waitUntil("the banner", () -> robot.shows(waiting));
		robot.click(ReminderMessages.signIn);
		signIn();
		robot.waitUntil("no banner", () -> !robot.shows(waiting));
		robot.waitUntil("no notification", () -> !isNotified());
		robot.waitUntil("an account that goes on", () -> services.outbox.lanes().isEmpty());
	}

	@Test
	void isQuietForAnHourAndComesBack() {
		pauseAndNeed();
		robot.waitUntil("the banner", () -> robot.shows(waiting));
		robot.chooseFrom(ReminderMessages.later, ReminderMessages.hour);
		robot.waitUntil("silence", () -> !robot.shows(waiting) && !isNotified());
		services.outbox.add(account.id(), MailState.QUEUED, "Vollmacht", Optional.empty());
		robot.waitUntil("the new mail", () -> robot.rows(OutboxMessages.tableName).size() == 3);
		assertTrue(!robot.shows(NLS.bind(ReminderMessages.waitsMails, ANNA, 3)));
		services.clock.advance(Duration.ofHours(1));
		services.outbox.add(account.id(), MailState.SENT, "Mahnung", Optional.empty());
		robot.waitUntil("the banner again", () -> robot.shows(NLS.bind(ReminderMessages.waitsMails, ANNA, 3)));
		robot.waitUntil("the notification again", this::isNotified);
	}

	@Test
	void groupsSeveralIdentitiesInOneNotification() {
		for (String address : List.of("buero@kanzlei.test", "paul.weber@kanzlei.test")) {
			services.signedInAccount(address);
			services.broker.needs("oauth", address);
		}
		pauseAndNeed();
		String names = "anna.berg@kanzlei.test, buero@kanzlei.test, paul.weber@kanzlei.test";
		robot.useShell(ReminderMessages.titleSignIn);
		robot.waitUntil("all of them", () -> Arrays.stream(names.split(", ")).allMatch(robot::shows) && robot.shows("3 "));
		assertEquals(1, display.syncCall(() -> notifications()));
		robot.screenshot(picture("notification-several"));
	}

	@Test
	void remindsOfAPendingConsentAndChecksOnDemand() {
		services.consents.ask(account, services.clock.instant(), true);
		pauseAndNeed();
		robot.waitUntil("the consent", () -> robot.shows(ReminderMessages.checkNow));
		assertTrue(!isNotified(), "a sign-in would not help");
		robot.screenshot(picture("banner-consent"));
		robot.click(ReminderMessages.checkNow);
		robot.waitUntil("the answer", () -> robot.shows(NLS.bind(ReminderMessages.nothingGranted, ANNA)));
		assertEquals(1, services.consents.polls());
	}

	@Test
	void showsTheBannerAboveTheInbox() {
		pauseAndNeed();
		services.inbox.add(account.id(), "Amtsgericht <post@gericht.test>", "Ladung", services.clock.instant());
		robot.waitUntil("the inbox", () -> robot.rows(InboxMessages.tableName).size() == 1);
		robot.waitUntil("two banners", () -> display.syncCall(() -> banners()) == 2);
	}

	private void pauseAndNeed() {
		services.outbox.pause(account.id(), Samples.signInNeeded());
		services.broker.needs("oauth", ANNA);
	}

	private void signIn() {
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		robot.useShell(WINDOW);
	}

	private Control focus() {
		return display.syncCall(display::getFocusControl);
	}

	private boolean isNotified() {
		return display.syncCall(() -> notifications()) > 0;
	}

	private int notifications() {
		return (int) Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals(ReminderMessages.titleSignIn)).count();
	}

	private int banners() {
		return new Named(ReminderMessages.bannerName).count(display);
	}

	private long dialogs() {
		return display.syncCall(() -> Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals(SignInMessages.title)).count());
	}
}
