package org.postkontor.ui.internal.outbox;

import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.Remedy;

/**
 * A mail of the outbox as the list shows it.
 *
 * @param account its name; empty if the account is gone
 * @param paused  why its lane stands still
 */
public record OutboxRow(OutboxEntry entry, Optional<Account> account, Optional<Problem> paused) {
	/** The one thing that a user can do about a mail that does not move. */
	public enum Action {
		NONE, RELEASE, DECIDE, REMEDY
	}

	/** A queued mail in a lane that stands still is shown as paused. */
	public boolean isPaused() {
		return entry.state() == MailState.QUEUED && paused.isPresent();
	}

	public boolean canHold() {
		return entry.state() == MailState.QUEUED;
	}

	public boolean canRelease() {
		return entry.state() == MailState.HELD || entry.state() == MailState.REJECTED;
	}

	public boolean canRemove() {
		return entry.state() != MailState.SENDING && entry.state() != MailState.BOUNDARY;
	}

	/** True if the mail is not on its way by itself. */
	public boolean needsUser() {
		return action() != Action.NONE;
	}

	public Action action() {
		if (entry.state() == MailState.IN_DOUBT) {
			return Action.DECIDE;
		}
		if (isPaused()) {
			return paused.filter(p -> p.remedy() != Remedy.NONE).isPresent() ? Action.REMEDY : Action.NONE;
		}
		return canRelease() ? Action.RELEASE : Action.NONE;
	}

	/** What stands in the way. */
	public Optional<Problem> problem() {
		return isPaused() ? paused : entry.problem();
	}
}
