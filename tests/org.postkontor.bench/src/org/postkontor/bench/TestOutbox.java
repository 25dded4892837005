package org.postkontor.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.ProblemException;

/** The product's outbox on a disk, with one account and without a copy in the Sent folder. */
final class TestOutbox implements AutoCloseable {
	private final Forces forces = new Forces();
	private final DurableOutbox outbox;

	TestOutbox(Path home, List<Endpoint> endpoints, Office office) {
		outbox = new DurableOutbox(new Home(home, true), Corpus.composer(), new Surroundings(OneAccount.of(endpoints), new OnePassword(), List.of(office.sender()),
				List.of(), Clock.systemUTC(), new SecureRandom(), forces.files(), forces.transactions()));
	}

	DurableOutbox outbox() {
		return outbox;
	}

	Forces forces() {
		return forces;
	}

	OutboxId submit(Draft draft) throws ProblemException {
		return outbox.submit(OneAccount.ID, draft, null);
	}

	/** The same mail many times, in one go. */
	void submit(OutgoingMessage mail, int times) throws ProblemException {
		outbox.submitAll(OneAccount.ID, Collections.nCopies(times, mail), SendOptions.NOW);
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
