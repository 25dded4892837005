package org.postkontor.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.message.Draft;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.MailReceiver;

/** The product's outbox on a disk, with one account. */
final class TestOutbox implements AutoCloseable {
	private final DurableOutbox outbox;

	/** @param receivers for the copy in the Sent folder; none: no copy */
	TestOutbox(Path home, List<Endpoint> endpoints, Office office, List<MailReceiver> receivers) {
		outbox = new DurableOutbox(new Home(home, true), Corpus.composer(), new Surroundings(OneAccount.of(endpoints), new OnePassword(), List.of(office.sender()),
				receivers, Clock.systemUTC(), new SecureRandom(), new PrivateFiles(), CrashPoint.NONE));
	}

	OutboxId submit(Draft draft) throws ProblemException {
		return outbox.submit(OneAccount.ID, draft, null);
	}

	OutboxEntry entry(OutboxId id) throws ProblemException {
		return outbox.entry(id).orElseThrow();
	}

	String sha256(OutboxId id) throws ProblemException {
		return outbox.message(id).sha256();
	}

	void drain(int expected) throws ProblemException {
		DrainSummary summary = outbox.drain(Optional.empty(), null);
		if (summary.sent() != expected) {
			throw new IllegalStateException("sent " + summary.sent() + " of " + expected + " mails: " + summary);
		}
	}

	void clear() throws ProblemException {
		for (OutboxEntry entry : outbox.entries()) {
			outbox.remove(entry.id());
		}
	}

	@Override
	public void close() {
		outbox.close();
	}
}
