package org.postkontor.outbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Transmission;
import org.postkontor.transport.Peer;

/** Reads attempts and events out of the rows of one mail; pure. */
public final class TransmissionReader {
	private final List<OpenAttempt> attempts = new ArrayList<>();
	private final List<LogEvent> events = new ArrayList<>();
	private @Nullable OpenAttempt open;

	private TransmissionReader() {
	}

	/** @param rows oldest first */
	public static Transmission read(StoredMail mail, List<LogRow> rows) {
		TransmissionReader reader = new TransmissionReader();
		rows.forEach(reader::row);
		return new Transmission(mail.entry(), mail.sha256(), reader.attempts.stream().map(OpenAttempt::attempt).toList(), reader.events);
	}

	private void row(LogRow row) {
		switch (row.event()) {
		case "ATTEMPT" -> begin(row);
		case "BOUNDARY" -> current(row).handedOver(row.at());
		case "ACCEPTED" -> end(row, Attempt.Outcome.ACCEPTED);
		case "PARTLY" -> end(row, Attempt.Outcome.PARTLY);
		case "DEFERRED", "EXPIRED" -> end(row, Attempt.Outcome.DEFERRED);
		case "REJECTED" -> end(row, Attempt.Outcome.REJECTED);
		case "LOST_ANSWER" -> end(row, Attempt.Outcome.IN_DOUBT);
		case "LANE_TROUBLE" -> end(row, isStop(row) ? Attempt.Outcome.STOPPED : Attempt.Outcome.NOT_SENT);
		case "RECOVERED" -> end(row, row.state() == MailState.IN_DOUBT ? Attempt.Outcome.IN_DOUBT : Attempt.Outcome.STOPPED);
		case "MAIL_TROUBLE" -> trouble(row);
		default -> event(row, kind(row.event()));
		}
	}

	private void begin(LogRow row) {
		OpenAttempt begun = new OpenAttempt(row.at(), row.peer().or(() -> described(row.note())), row.state());
		attempts.add(begun);
		open = begun;
	}

	/** The first releases wrote one line: host, TLS version, cipher suite. */
	private static Optional<Peer> described(String note) {
		String[] words = note.strip().split(" ", 2);
		return words[0].isEmpty() ? Optional.empty() : Optional.of(Peer.of(words[0], words.length > 1 ? words[1] : "", "", ""));
	}

	/** The first releases wrote the problem into the note only. */
	private static boolean isStop(LogRow row) {
		return row.problem().isEmpty() && !row.note().endsWith("}");
	}

	/** Also for an answer that a full disk took only after the mail was found at its boundary. */
	private OpenAttempt current(LogRow row) {
		if (attempts.isEmpty()) {
			attempts.add(new OpenAttempt(row.at(), Optional.empty(), row.state()));
		}
		return attempts.get(attempts.size() - 1);
	}

	private void end(LogRow row, Attempt.Outcome outcome) {
		current(row).end(row, outcome);
		open = null;
	}

	/** Found out while it was being sent, or before anything was tried. */
	private void trouble(LogRow row) {
		if (open != null) {
			end(row, Attempt.Outcome.NOT_SENT);
		} else {
			event(row, LogEvent.Kind.TOO_LARGE_OR_UNFIT);
		}
	}

	private void event(LogRow row, LogEvent.Kind kind) {
		OpenAttempt running = open;
		if (running != null) {
			running.stopped(row.state());
		}
		events.add(new LogEvent(row.at(), kind, row.state(), row.problem().isPresent() ? "" : row.note(), row.problem()));
	}

	private static LogEvent.Kind kind(String event) {
		return switch (event) {
		case "SUBMITTED" -> LogEvent.Kind.SUBMITTED;
		case "DUE" -> LogEvent.Kind.DUE;
		case "MISSED" -> LogEvent.Kind.DEADLINE_MISSED;
		case "DAMAGED" -> LogEvent.Kind.DAMAGED;
		case "CHECKED" -> LogEvent.Kind.LOOKED_INTO_SENT;
		case "POSTPONED" -> LogEvent.Kind.SENT_UNREACHABLE;
		case "FOUND" -> LogEvent.Kind.FOUND_IN_SENT;
		case "FILED" -> LogEvent.Kind.COPY_FILED;
		case "HOLD" -> LogEvent.Kind.HELD;
		case "RELEASE" -> LogEvent.Kind.RELEASED;
		case "SEND_NOW" -> LogEvent.Kind.SENT_NOW;
		case "SCHEDULE" -> LogEvent.Kind.SCHEDULED;
		case "RETIME" -> LogEvent.Kind.RETIMED;
		case "REMOVE" -> LogEvent.Kind.REMOVED;
		case "RESTORE" -> LogEvent.Kind.RESTORED;
		case "REPLACED" -> LogEvent.Kind.REPLACED;
		case "MARK_SENT" -> LogEvent.Kind.MARKED_SENT;
		case "SEND_AGAIN" -> LogEvent.Kind.SENT_AGAIN;
		default -> LogEvent.Kind.OTHER;
		};
	}
}
