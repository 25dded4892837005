package org.postkontor.ui.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.postkontor.outbox.OutboxId;

/** What was removed and can be brought back for some minutes, last first. Used on the user interface's thread only. */
public final class RemovedMails {
	/** How long the outbox keeps their bytes. */
	public static final Duration KEPT = Duration.ofMinutes(10);

	/**
	 * Mails that were removed together.
	 *
	 * @param subject of the first
	 * @param unsent  how many of them will not be sent now; the others were sent before
	 */
	public record Batch(List<OutboxId> ids, String subject, int unsent, Instant until) {
		public Batch {
			ids = List.copyOf(ids);
		}

		/** What was removed, and what that means for it. */
		public String text() {
			int count = ids.size();
			if (count == 1) {
				return NLS.bind(unsent == 0 ? OutboxMessages.removedSentOne : OutboxMessages.removedOne, subject);
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

	public void add(List<OutboxId> ids, String subject, int unsent) {
		if (!ids.isEmpty()) {
			batches.push(new Batch(ids, subject, unsent, clock.instant().plus(KEPT)));
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
