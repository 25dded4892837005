package org.postkontor.ui.internal.outbox;

import java.time.Instant;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * A mail of the outbox as the list shows it.
 *
 * @param account  its name; empty if the account is gone
 * @param lane     how the queue of its account stands; empty if nothing is to be said
 * @param expected when it is likely to be handed over
 * @param progress how far it is, while it is being sent
 * @param atRisk   true if it is likely to miss its deadline
 */
public record OutboxRow(OutboxEntry entry, Optional<Account> account, Optional<Lane> lane, Optional<Instant> expected, Optional<SendingProgress> progress,
		boolean atRisk) {
	/** The one thing that a user can do about a mail that does not move. */
	public enum Action {
		NONE, RELEASE, DECIDE, REMEDY
	}

	/** A mail that would go now, in a lane that stands still, is shown as paused. */
	public boolean isPaused() {
		return entry.state() == MailState.QUEUED && lane.flatMap(Lane::paused).isPresent();
	}

	/** Until when it waits because its provider allows no more now. */
	public Optional<Instant> throttled() {
		return entry.state() == MailState.QUEUED && !isPaused() ? lane.flatMap(Lane::throttled) : Optional.empty();
	}

	public boolean canHold() {
		return entry.state().isWaiting() || entry.state() == MailState.SENDING;
	}

	public boolean canRelease() {
		return entry.state() == MailState.HELD || entry.state() == MailState.REJECTED;
	}

	/** Without waiting for its time, its back-off or the moment to think twice. */
	public boolean canSendNow() {
		return entry.state().isWaiting() || canRelease();
	}

	public boolean canSchedule() {
		return entry.state().isWaiting() || canRelease();
	}

	/** As long as no recipient has it. */
	public boolean canEdit() {
		return (canHold() || canRelease()) && entry.recipients().values().stream().noneMatch(RecipientResult.Accepted.class::isInstance);
	}

	public boolean canRemove() {
		return entry.state() != MailState.BOUNDARY;
	}

	public boolean isUnsent() {
		return entry.state() != MailState.SENT && entry.state() != MailState.FILED;
	}

	/** Sent to all, with a copy where there can be one: nobody has to do anything about it. */
	public boolean isDone() {
		return entry.state() == MailState.FILED && entry.problem().isEmpty();
	}

	public boolean canDecide() {
		return entry.state() == MailState.IN_DOUBT;
	}

	/** Sorted by state, what needs somebody comes first, then what moves. */
	public int rank() {
		return isPaused() ? 1 : switch (entry.state()) {
		case IN_DOUBT, REJECTED, HELD -> 0;
		case BOUNDARY, SENDING -> 2;
		case QUEUED -> 3;
		case DELAYED -> 4;
		case SCHEDULED -> 5;
		case SENT, FILED -> 6;
		case CANCELLED -> 7;
		};
	}

	/** True if the mail is not on its way by itself. */
	public boolean needsUser() {
		return action() != Action.NONE;
	}

	public Action action() {
		if (canDecide()) {
			return Action.DECIDE;
		}
		if (isPaused()) {
			return lane.flatMap(Lane::paused).filter(p -> p.remedy() != Remedy.NONE).isPresent() ? Action.REMEDY : Action.NONE;
		}
		return canRelease() ? Action.RELEASE : Action.NONE;
	}

	/** What stands in the way. */
	public Optional<Problem> problem() {
		return isPaused() ? lane.flatMap(Lane::paused) : entry.problem();
	}
}
