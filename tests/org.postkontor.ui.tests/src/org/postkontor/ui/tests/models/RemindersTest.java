package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;
import org.postkontor.outbox.MailState;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.reminder.LoadReminders;
import org.postkontor.ui.internal.reminder.ReminderMessages;
import org.postkontor.ui.internal.reminder.ReminderText;
import org.postkontor.ui.internal.reminder.Reminders;
import org.postkontor.ui.internal.reminder.SaveSignIn;
import org.postkontor.ui.internal.reminder.SnoozeTime;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** What waits for a person, and what is said about it. */
class RemindersTest {
	private static final String ANNA = "anna.berg@kanzlei.test";

	private final FakeServices services = new FakeServices();

	@Test
	void saysNothingWhileNothingWaits() throws ProblemException {
		services.outbox.add(services.signedInAccount(ANNA).id(), MailState.QUEUED, "Vertrag", Optional.empty());
		assertEquals(Reminders.NONE, load());
	}

	@Test
	void countsTheMailsOfAllAccountsOfAnIdentityOnce() throws ProblemException {
		Account own = services.signedInAccount(ANNA);
		Account shared = sharedBy(own, "buero@kanzlei.test");
		Account other = services.signedInAccount("paul.weber@kanzlei.test");
		services.outbox.add(own.id(), MailState.QUEUED, "Vertrag", Optional.empty());
		services.outbox.add(shared.id(), MailState.QUEUED, "Rechnung", Optional.empty());
		services.outbox.add(shared.id(), MailState.SENT, "Mahnung", Optional.empty());
		services.outbox.add(other.id(), MailState.QUEUED, "Klage", Optional.empty());
		services.broker.needs("oauth", ANNA);
		Reminders reminders = load();
		assertEquals(1, reminders.signIns().size());
		assertEquals(List.of(own, shared), reminders.signIns().get(0).accounts());
		String expected = NLS.bind(ReminderMessages.waitsMails, ANNA, 2) + " "
				+ NLS.bind(ReminderMessages.affected, 2, "anna.berg@kanzlei.test, buero@kanzlei.test");
		assertEquals(expected, text(reminders).signIns());
	}

	@Test
	void saysThatNothingIsReceivedIfNoMailWaits() throws ProblemException {
		services.signedInAccount(ANNA);
		services.broker.needs("oauth", ANNA);
		assertEquals(NLS.bind(ReminderMessages.waitsReceiving, ANNA), text(load()).signIns());
	}

	@Test
	void groupsSeveralIdentitiesInOneSentence() throws ProblemException {
		for (String address : List.of("a@kanzlei.test", "b@kanzlei.test", "c@kanzlei.test")) {
			services.signedInAccount(address);
			services.broker.needs("oauth", address);
		}
		String expected = NLS.bind(ReminderMessages.waitsForMany, 3, "a@kanzlei.test, b@kanzlei.test, c@kanzlei.test") + " " + ReminderMessages.manyReceiving;
		assertEquals(expected, text(load()).signIns());
	}

	@Test
	void leavesOutWhatIsSnoozed() throws ProblemException {
		services.signedInAccount(ANNA);
		services.broker.needs("oauth", ANNA);
		Reminders all = load();
		services.times.snooze(all.signIns().get(0).identity(), SnoozeTime.HOUR);
		assertEquals(Reminders.NONE, all.without(services.times));
	}

	@Test
	void speaksOfTheConsentInsteadOfASignInThatWouldNotHelp() throws ProblemException {
		Account account = services.signedInAccount(ANNA);
		services.broker.needs("oauth", ANNA);
		services.consents.ask(account, services.clock.instant(), true);
		Reminders reminders = load();
		assertEquals(List.of(), reminders.signIns());
		assertTrue(text(reminders).consents().contains(ANNA), () -> text(reminders).consents());
	}

	@Test
	void letsTheOtherAccountsOfAnIdentityGoOnWithItsSignIn() throws ProblemException {
		Account own = services.signedInAccount(ANNA);
		Account shared = unbound(sharedBy(own, "buero@kanzlei.test"));
		Account foreign = unbound(sharedBy(own, "extra@verwaltung.test"));
		services.outbox.pause(shared.id(), Samples.signInNeeded());
		new SaveSignIn(services.all, services.broker.signedIn(own), List.of(own, shared, foreign)).run(new NullProgressMonitor());
		assertEquals(own.endpoints().get(0).auth().session(), session(shared.id()));
		assertEquals(Optional.empty(), session(foreign.id()), "its hosts were not approved");
		assertEquals(List.of(), services.outbox.lanes());
	}

	private Optional<String> session(AccountId id) {
		return services.accounts.find(id).orElseThrow().endpoints().get(0).auth().session();
	}

	/** Another address with the same principal. */
	private Account sharedBy(Account owner, String address) throws ProblemException {
		Account account = Samples.account(address);
		Account shared = account.with(account.endpoints().stream().map(e -> e.with(owner.endpoints().get(0).auth())).toList());
		services.accounts.save(shared);
		return shared;
	}

	private Account unbound(Account account) throws ProblemException {
		List<Endpoint> endpoints = account.endpoints().stream().map(e -> e.with(e.auth().signedOut())).toList();
		services.accounts.save(account.with(endpoints));
		return account.with(endpoints);
	}

	private Reminders load() throws ProblemException {
		return new LoadReminders(services.all).run(new NullProgressMonitor());
	}

	private static ReminderText text(Reminders reminders) {
		return new ReminderText(reminders, new Formats(Locale.GERMAN, ZoneOffset.UTC));
	}
}
