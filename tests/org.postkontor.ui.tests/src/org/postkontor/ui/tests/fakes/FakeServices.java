package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.postkontor.account.Account;
import org.postkontor.account.Branding;
import org.postkontor.auth.TokenVault;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.compose.SendingPreferences;
import org.postkontor.ui.internal.outbox.LoadedOutbox;
import org.postkontor.ui.internal.provider.ExtensionProviderPages;
import org.postkontor.ui.internal.reminder.ReminderTimes;

/** All services as fakes, for scenarios and model tests. */
public final class FakeServices {
	public final FakeAccounts accounts = new FakeAccounts();
	public final FakeProviders providers = new FakeProviders();
	public final FakeBroker broker = new FakeBroker();
	public final FakeDiscovery discovery = new FakeDiscovery();
	public final FakeCheck check = new FakeCheck();
	public final FakeOutbox outbox = new FakeOutbox();
	public final FakeInbox inbox = new FakeInbox();
	public final FakeVault vault = new FakeVault();
	public final FakeTexts texts = new FakeTexts();
	public final FakeSignIns signIns = new FakeSignIns(accounts);
	public final FakeConsents consents = new FakeConsents();
	public final FakeBrowser browser = new FakeBrowser();
	public final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T09:00:00Z"));
	public final ReminderTimes times = new ReminderTimes(clock, ZoneOffset.UTC, InstanceScope.INSTANCE.getNode("org.postkontor.ui.tests"));
	public final FakeTransmissionLog log = new FakeTransmissionLog(outbox);
	public final FakeDraftReader draftReader = new FakeDraftReader();
	public final SendingPreferences sending = new SendingPreferences(InstanceScope.INSTANCE.getNode("org.postkontor.ui.tests.sending"));
	public final LoadedOutbox loaded = new LoadedOutbox(outbox, accounts, clock);
	public final UiServices all = new UiServices(accounts, new FakePresets(), broker, providers, vault, discovery, check, outbox, inbox,
			new FakeReader(), texts, branding(), browser, signIns, consents, new FakeGuides(), times, clock, new ExtensionProviderPages(RegistryFactory.getRegistry()), draftReader, sending, log, loaded);

	public static Branding branding() {
		return new Branding("Demo", List.of("anna.berg@kanzlei.test", "buero@verwaltung.test"), Optional.empty(), List.of());
	}

	public void reset() {
		accounts.reset();
		signIns.reset();
		providers.reset();
		times.forgetAll();
		broker.reset();
		check.reset();
		outbox.reset();
		draftReader.reset();
		log.setKeep(TransmissionLog.STANDARD);
		sending.undo(SendingPreferences.defaultUndo());
		inbox.reset();
		consents.reset();
		browser.reset();
		vault.state(TokenVault.State.ENCRYPTED);
	}

	/** A signed-in account that is saved. */
	public Account signedInAccount(String address) {
		return save(broker.signedIn(Samples.account(address)));
	}

	/** As if it had been set up before. */
	public Account save(Account account) {
		try {
			accounts.save(account);
			return account;
		} catch (ProblemException e) {
			throw new IllegalStateException(e);
		}
	}
}
