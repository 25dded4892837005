package org.postkontor.ui.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.postkontor.outbox.OutboxId;

/** What was removed and can be brought back for some minutes, last first. Used on the user interface's thread only. */
public final class RemovedMails {
	/** How long the outbox keeps their bytes. */
	public static final Duration KEPT = Duration.ofMinutes(10);

	/**
	 * One of them.
	 *
	 * @param subject empty if nobody knows it any more
	 * @param unsent  true if it will not be sent now; the others were sent before
	 */
	public record Mail(OutboxId id, String subject, boolean unsent) {
	}

	/** Mails that were removed together. */
	public record Batch(List<Mail> mails, Instant until) {
		public Batch {
			mails = List.copyOf(mails);
		}

		public List<OutboxId> ids() {
			return mails.stream().map(Mail::id).toList();
		}

		/** What was removed, and what that means for it. */
		public String text() {
			int count = mails.size();
			int unsent = (int) mails.stream().filter(Mail::unsent).count();
			if (count == 1) {
				return NLS.bind(unsent == 0 ? OutboxMessages.removedSentOne : OutboxMessages.removedOne, mails.get(0).subject());
			}
			return unsent == 0 ? NLS.bind(OutboxMessages.removedSentMany, count)
					: unsent == count ? NLS.bind(OutboxMessages.removedMany, count) : NLS.bind(OutboxMessages.removedSome, count, unsent);
		}
	}

	private final Clock clock;
	private final Deque<Batch> batches = new ArrayDeque<>();

	public RemovedMails(Clock clock) {
		this.clock = clock;
	}

	public void add(List<Mail> mails) {
		if (!mails.isEmpty()) {
			batches.push(new Batch(mails, clock.instant().plus(KEPT)));
		}
	}

	/** Some of a batch that was taken are still removed. */
	public void putBack(Batch taken, Set<OutboxId> still) {
		if (!still.isEmpty()) {
			batches.push(new Batch(taken.mails().stream().filter(mail -> still.contains(mail.id())).toList(), taken.until()));
		}
	}

	public Optional<Batch> last() {
		batches.removeIf(b -> !b.until().isAfter(clock.instant()));
		return Optional.ofNullable(batches.peek());
	}

	/** The last batch, which is forgotten by that. */
	public Optional<Batch> take() {
		Optional<Batch> last = last();
		last.ifPresent(batches::remove);
		return last;
	}
}
