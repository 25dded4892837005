package org.postkontor.cli.internal;

import java.time.Clock;

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
import org.postkontor.discovery.Discovery;
import org.postkontor.inbox.Inbox;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemTexts;

/** Everything that commands use. */
public record Services(Home home, Branding branding, AccountRegistry accounts, AuthProviders providers, SignInBroker signIn, SignIns signIns, AdminConsents consents, Guides guides,
		TokenVault vault, Discovery discovery, MessageComposer composer, ReceivedMessageReader reader, Outbox outbox, TransmissionLog log, Inbox inbox,
		AccountCheck check, ProblemTexts problemTexts, Clock clock) {
}
