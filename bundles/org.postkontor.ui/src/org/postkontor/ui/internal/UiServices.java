package org.postkontor.ui.internal;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Branding;
import org.postkontor.account.ProviderPresets;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.guide.Guides;
import org.postkontor.check.AccountCheck;
import org.postkontor.discovery.Discovery;
import org.postkontor.inbox.Inbox;
import org.postkontor.message.DraftReader;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.compose.SendingPreferences;
import org.postkontor.ui.internal.outbox.LoadedOutbox;
import org.postkontor.ui.internal.provider.ProviderPages;
import org.postkontor.ui.internal.reminder.ReminderTimes;
import org.postkontor.ui.internal.signin.BrowserOpener;

/** Everything the user interface needs of the other bundles, gathered once by Declarative Services. */
@Component(service = UiServices.class)
public final class UiServices {
	private final AccountRegistry accounts;
	private final ProviderPresets presets;
	private final SignInBroker broker;
	private final AuthProviders providers;
	private final TokenVault vault;
	private final Discovery discovery;
	private final AccountCheck check;
	private final Outbox outbox;
	private final Inbox inbox;
	private final ReceivedMessageReader reader;
	private final ProblemTexts texts;
	private final Branding branding;
	private final BrowserOpener browser;
	private final SignIns signIns;
	private final AdminConsents consents;
	private final Guides guides;
	private final ReminderTimes reminderTimes;
	private final Clock clock;
	private final ProviderPages pages;
	private final DraftReader draftReader;
	private final SendingPreferences sendingPreferences;
	private final TransmissionLog transmissionLog;
	private final LoadedOutbox loadedOutbox;

	@Activate
	public UiServices(@Reference AccountRegistry accounts, @Reference ProviderPresets presets, @Reference SignInBroker broker,
			@Reference AuthProviders providers, @Reference TokenVault vault, @Reference Discovery discovery, @Reference AccountCheck check,
			@Reference Outbox outbox, @Reference Inbox inbox, @Reference ReceivedMessageReader reader, @Reference ProblemTexts texts,
			@Reference Branding branding, @Reference BrowserOpener browser, @Reference SignIns signIns, @Reference AdminConsents consents,
			@Reference Guides guides, @Reference ReminderTimes reminderTimes, @Reference Clock clock,
			@Reference ProviderPages pages, @Reference DraftReader draftReader, @Reference SendingPreferences sendingPreferences,
			@Reference TransmissionLog transmissionLog, @Reference LoadedOutbox loadedOutbox) {
		this.accounts = accounts;
		this.presets = presets;
		this.broker = broker;
		this.providers = providers;
		this.vault = vault;
		this.discovery = discovery;
		this.check = check;
		this.outbox = outbox;
		this.inbox = inbox;
		this.reader = reader;
		this.texts = texts;
		this.branding = branding;
		this.browser = browser;
		this.signIns = signIns;
		this.consents = consents;
		this.guides = guides;
		this.reminderTimes = reminderTimes;
		this.clock = clock;
		this.pages = pages;
		this.draftReader = draftReader;
		this.sendingPreferences = sendingPreferences;
		this.transmissionLog = transmissionLog;
		this.loadedOutbox = loadedOutbox;
	}

	public AccountRegistry accounts() {
		return accounts;
	}

	public ProviderPresets presets() {
		return presets;
	}

	public SignInBroker broker() {
		return broker;
	}

	public AuthProviders providers() {
		return providers;
	}

	public TokenVault vault() {
		return vault;
	}

	public Discovery discovery() {
		return discovery;
	}

	public AccountCheck check() {
		return check;
	}

	public Outbox outbox() {
		return outbox;
	}

	public Inbox inbox() {
		return inbox;
	}

	public ReceivedMessageReader reader() {
		return reader;
	}

	public ProblemTexts texts() {
		return texts;
	}

	public Branding branding() {
		return branding;
	}

	public BrowserOpener browser() {
		return browser;
	}

	public SignIns signIns() {
		return signIns;
	}

	public AdminConsents consents() {
		return consents;
	}

	public Guides guides() {
		return guides;
	}

	public ReminderTimes reminderTimes() {
		return reminderTimes;
	}

	public Clock clock() {
		return clock;
	}

	public ProviderPages pages() {
		return pages;
	}

	public DraftReader draftReader() {
		return draftReader;
	}

	public SendingPreferences sendingPreferences() {
		return sendingPreferences;
	}

	public TransmissionLog transmissionLog() {
		return transmissionLog;
	}

	public LoadedOutbox loadedOutbox() {
		return loadedOutbox;
	}
}
