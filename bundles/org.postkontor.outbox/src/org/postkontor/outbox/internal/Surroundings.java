package org.postkontor.outbox.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;

/** What the outbox needs from others. */
public record Surroundings(AccountRegistry accounts, SignInBroker broker, List<MailSender> senders, List<MailReceiver> receivers, Clock clock,
		RandomGenerator random, PrivateFiles files, CrashPoint crash) {
	public Surroundings {
		senders = List.copyOf(senders);
		receivers = List.copyOf(receivers);
	}

	/** To the millisecond, as it is stored. */
	public Instant now() {
		return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
	}

	public Optional<MailSender> sender(Protocol protocol) {
		return senders.stream().filter(s -> s.protocol() == protocol).findFirst();
	}

	public Optional<MailReceiver> receiver(Protocol protocol) {
		return receivers.stream().filter(r -> r.protocol() == protocol).findFirst();
	}

	/** Changes when account or sign-in changes: then a lane that waits for a person is worth another try. */
	public String stamp(AccountId id) {
		return accounts.find(id).map(Account::endpoints).map(all -> all.stream().map(this::stamp).toList().toString()).orElse("");
	}

	private String stamp(Endpoint endpoint) {
		return Integer.toHexString(endpoint.hashCode()) + session(endpoint);
	}

	private String session(Endpoint endpoint) {
		try {
			return broker.session(endpoint.auth()).map(Session::issued).map(Instant::toString).orElse("-");
		} catch (ProblemException locked) {
			return "?";
		}
	}
}
