package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;

/** A mail of the outbox in words. */
public record OutboxText(OutboxRow row, ProblemTexts texts, Formats formats) {
	public String state() {
		return row.isPaused() ? OutboxMessages.paused : switch (row.entry().state()) {
		case SCHEDULED -> OutboxMessages.scheduled;
		case DELAYED -> OutboxMessages.delayed;
		case QUEUED -> OutboxMessages.queued;
		case SENDING, BOUNDARY -> OutboxMessages.sending;
		case IN_DOUBT -> OutboxMessages.inDoubt;
		case SENT -> OutboxMessages.sent;
		case FILED -> OutboxMessages.filed;
		case HELD -> OutboxMessages.held;
		case REJECTED -> OutboxMessages.rejected;
		case CANCELLED -> OutboxMessages.cancelled;
		};
	}

	public Icon icon() {
		return row.isPaused() ? Icon.WARNING : switch (row.entry().state()) {
		case SCHEDULED, DELAYED, QUEUED -> Icon.WAITING;
		case SENDING, BOUNDARY -> Icon.RUNNING;
		case IN_DOUBT -> Icon.QUESTION;
		case SENT, FILED -> Icon.OK;
		case HELD -> Icon.HOLD;
		case REJECTED -> Icon.ERROR;
		case CANCELLED -> Icon.SKIPPED;
		};
	}

	/** One text a column: state, recipients, subject, account, next attempt, size. */
	public List<String> columns() {
		OutboxEntry entry = row.entry();
		String next = entry.state().isWaiting() && !row.isPaused() ? entry.nextAttempt().map(formats::dateTime).orElse("") : "";
		return List.of(state(), String.join(", ", entry.envelope().recipients()), entry.subject(), row.account().map(Account::name).orElse("?"), next,
				formats.size(entry.size()));
	}

	/** Why it stands as it does; empty if all is well. */
	public String reason() {
		Locale locale = formats.locale();
		String why = row.problem().map(p -> texts.title(p, locale) + "\n" + texts.explanation(p, locale))
				.orElse(row.entry().state() == MailState.HELD ? OutboxMessages.reasonHeld : row.entry().reply());
		String tries = row.entry().attempts() > 0 ? NLS.bind(OutboxMessages.attempts, row.entry().attempts()) : "";
		return why.isEmpty() || tries.isEmpty() ? why + tries : why + "\n" + tries;
	}

	/** Label of the one button; empty if there is nothing to do. */
	public String action() {
		return switch (row.action()) {
		case NONE -> "";
		case RELEASE -> OutboxMessages.release;
		case DECIDE -> OutboxMessages.decide;
		case REMEDY -> row.problem().map(p -> texts.action(p, formats.locale())).orElse("");
		};
	}
}
