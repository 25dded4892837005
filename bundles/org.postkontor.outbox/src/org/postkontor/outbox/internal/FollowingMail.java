package org.postkontor.outbox.internal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.SendConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail that a line sends next. An ordinary one is begun in the transaction that records what became of the one before, which
 * saves each mail a force. Used by one line.
 */
final class FollowingMail {
	private static final Logger LOG = LoggerFactory.getLogger(FollowingMail.class);
	/** Bytes. Answers wait to be recorded while a mail is checked, and for a large one a force is nothing. */
	private static final long SMALL = 256 * 1024L;

	private final DrainContext context;
	private final LaneQueue queue;
	private final SendingLine line;
	private final BooleanSupplier mayFollow;
	private @Nullable StoredMail inHand;
	private boolean begun;

	/** @param mayFollow whether the line goes on whatever happens meanwhile */
	FollowingMail(DrainContext context, LaneQueue queue, SendingLine line, BooleanSupplier mayFollow) {
		this.context = context;
		this.queue = queue;
		this.line = line;
		this.mayFollow = mayFollow;
	}

	/** The mail to send now, which belongs to the caller until it is done. */
	Optional<StoredMail> take() throws ProblemException {
		StoredMail ready = inHand;
		inHand = null;
		return ready == null ? queue.take(context.now()) : Optional.of(ready);
	}

	/** Leaves a mail in hand to other lines, for a line that stops. */
	void giveBack() {
		StoredMail ready = inHand;
		inHand = null;
		if (ready != null) {
			queue.done(ready);
		}
	}

	/** Whether the mail in hand is recorded as being sent: the line must not stop before it has tried. */
	boolean isBegun() {
		return begun;
	}

	/** Tells once that the mail that was taken is begun already. */
	boolean startBegun() {
		boolean before = begun;
		begun = false;
		return before;
	}

	/** Records the acceptance of a mail, and begins the next one with it if nothing speaks against that. */
	void record(StoredMail mail, MailChange accepted, SendConnection connection) throws ProblemException {
		Optional<StoredMail> next = accepted.event() == MailEvent.ACCEPTED ? find(connection) : Optional.empty();
		if (next.isEmpty()) {
			context.record(mail.id(), accepted);
		} else {
			begun = context.recordFollowed(mail.id(), accepted, next.get(), LineWorker.attempt(connection, context.now()));
		}
	}

	private Optional<StoredMail> find(SendConnection connection) {
		if (!mayFollow.getAsBoolean()) {
			return Optional.empty();
		}
		try {
			Optional<StoredMail> next = queue.take(context.now());
			next.ifPresent(mail -> inHand = mail);
			return next.isPresent() && isOrdinary(next.get(), connection.maxSize()) ? next : Optional.empty();
		} catch (ProblemException e) {
			// The answer has to be recorded; what is wrong with the next mail comes out when it is its turn.
			LOG.warn("no look at the next mail: {}", e.problem());
			return Optional.empty();
		}
	}

	private boolean isOrdinary(StoredMail mail, OptionalLong limit) throws ProblemException {
		long size = mail.entry().size();
		Set<String> recipients = line.recipients(mail);
		return size <= SMALL && (limit.isEmpty() || limit.getAsLong() == 0 || size <= limit.getAsLong()) && !mail.isMissed(context.now())
				&& (line.carriesEnvelope() || mail.book().accepted().isEmpty()) && line.takes(recipients.size()) && context.core().spool().isIntact(mail);
	}
}
