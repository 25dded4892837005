package org.postkontor.cli.internal.start;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Branding;
import org.postkontor.account.Home;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.guide.Guides;
import org.postkontor.check.AccountCheck;
import org.postkontor.cli.internal.Services;
import org.postkontor.discovery.Discovery;
import org.postkontor.inbox.Inbox;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemTexts;

/** The one component of the command line: it comes up when everything that commands use is there. */
@Component(service = CommandLine.class)
public final class CommandLine {
	private final Services services;

	@Activate
	public CommandLine(@Reference Home home, @Reference Branding branding, @Reference AccountRegistry accounts, @Reference AuthProviders providers,
			@Reference SignInBroker signIn, @Reference SignIns signIns, @Reference AdminConsents consents,
			@Reference Guides guides, @Reference TokenVault vault, @Reference Discovery discovery, @Reference MessageComposer composer,
			@Reference ReceivedMessageReader reader, @Reference Outbox outbox, @Reference TransmissionLog log, @Reference Inbox inbox,
			@Reference AccountCheck check, @Reference ProblemTexts problemTexts, @Reference Clock clock) {
		this.services = new Services(home, branding, accounts, providers, signIn, signIns, consents, guides, vault, discovery, composer, reader, outbox, log,
				inbox, check, problemTexts, clock);
	}

	public Services services() {
		return services;
	}
}
