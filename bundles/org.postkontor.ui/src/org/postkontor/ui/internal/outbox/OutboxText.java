package org.postkontor.ui.internal.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.Priority;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;

/** A mail of the outbox in words. */
public record OutboxText(OutboxRow row, ProblemTexts texts, Formats formats) {
	/** With how far it is, while it is being sent. */
	public String state() {
		return row.progress().map(p -> new ProgressText(p, formats).brief()).orElseGet(this::name);
	}

	/** Of the state. */
	public String name() {
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
		return row.isPaused() || row.atRisk() ? Icon.WARNING : switch (row.entry().state()) {
		case SCHEDULED, DELAYED, QUEUED -> Icon.WAITING;
		case SENDING, BOUNDARY -> Icon.RUNNING;
		case IN_DOUBT -> Icon.QUESTION;
		case SENT, FILED -> Icon.OK;
		case HELD -> Icon.HOLD;
		case REJECTED -> Icon.ERROR;
		case CANCELLED -> Icon.SKIPPED;
		};
	}

	public String recipients() {
		return String.join(", ", row.entry().envelope().recipients());
	}

	public String account() {
		return row.account().map(Account::name).orElse("?");
	}

	/** When something is likely to happen by itself. */
	public Optional<Instant> nextTime() {
		OutboxEntry entry = row.entry();
		return entry.state().isWaiting() && !row.isPaused() ? row.expected().or(entry::nextAttempt) : Optional.empty();
	}

	/** One text a column: state, recipients, subject, account, next attempt, size. */
	public List<String> columns() {
		return List.of(state(), recipients(), row.entry().subject(), account(), nextTime().map(formats::dateTime).orElse(""),
				formats.size(row.entry().size()));
	}

	/** What words of the filter are looked for in. */
	public String search() {
		return String.join(" ", recipients(), row.entry().subject(), account(), name());
	}

	/** Why it stands as it does, and what was agreed about it; empty if there is nothing to say. */
	public String reason() {
		return Stream.of(progress(), why(), throttled(), deadline(), priority(), attempts()).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n"));
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

	private String progress() {
		return row.progress().map(p -> NLS.bind(OutboxMessages.sendingAmount, new ProgressText(p, formats).amount())).orElse("");
	}

	private String why() {
		return row.problem().map(p -> texts.title(p, formats.locale()) + "\n" + texts.explanation(p, formats.locale()))
				.orElse(row.entry().state() == MailState.HELD ? OutboxMessages.reasonHeld : row.entry().reply());
	}

	private String throttled() {
		return row.throttled().map(t -> NLS.bind(OutboxMessages.throttled, formats.dateTime(t))).orElse("");
	}

	private String deadline() {
		Optional<Instant> deadline = row.entry().state().isWaiting() || row.canRelease() ? row.entry().options().notAfter() : Optional.empty();
		return deadline.map(d -> NLS.bind(row.atRisk() ? OutboxMessages.deadlineAtRisk : OutboxMessages.deadline, formats.dateTime(d))).orElse("");
	}

	private String priority() {
		Priority priority = row.entry().options().priority();
		return !row.entry().state().isWaiting() || priority == Priority.NORMAL ? ""
				: priority == Priority.HIGH ? OutboxMessages.reasonHigh : OutboxMessages.reasonLow;
	}

	private String attempts() {
		return row.entry().attempts() > 0 ? NLS.bind(OutboxMessages.attempts, row.entry().attempts()) : "";
	}
}
