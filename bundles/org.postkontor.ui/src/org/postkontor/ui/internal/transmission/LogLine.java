package org.postkontor.ui.internal.transmission;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionTexts;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.transport.Peer;

/** One line of the log: when, what, at which server, and what that said. */
public record LogLine(Instant at, String time, String what, String server, String answer) {

	/** Oldest first. */
	public static List<LogLine> of(Transmission transmission, Locale locale, ZoneId zone, ProblemTexts problems) {
		Words words = new Words(new TransmissionTexts(locale), problems, zone);
		List<LogLine> lines = new ArrayList<>();
		transmission.attempts().forEach(attempt -> lines.add(words.line(attempt)));
		transmission.events().forEach(event -> lines.add(words.line(event)));
		lines.sort(Comparator.comparing(LogLine::at));
		return List.copyOf(lines);
	}

	/** For the clipboard: fields with tabs between them. */
	public String text() {
		return String.join("\t", time, what, server, answer);
	}

	private record Words(TransmissionTexts texts, ProblemTexts problems, ZoneId zone) {
		LogLine line(Attempt attempt) {
			return new LogLine(attempt.started(), texts.time(attempt.started(), zone), texts.of(attempt.outcome()) + because(attempt.problem()),
					attempt.peer().map(Words::server).orElse(""), answer(attempt));
		}

		LogLine line(LogEvent event) {
			String note = event.note().isEmpty() ? "" : ": " + texts.note(event.note());
			return new LogLine(event.at(), texts.time(event.at(), zone), texts.of(event.kind()) + note + because(event.problem()), "", "");
		}

		private String because(Optional<Problem> problem) {
			return problem.map(p -> " – " + problems.title(p, texts.locale())).orElse("");
		}

		private static String server(Peer peer) {
			return peer.tls().isEmpty() ? peer.server() : peer.server() + ", " + peer.tls();
		}

		/** The answer to the mail; where there is none, what the server said to its recipients. */
		private static String answer(Attempt attempt) {
			return attempt.reply().text().isEmpty() ? String.join(" | ", attempt.recipients().entrySet().stream().sorted(Map.Entry.comparingByKey())
					.map(e -> e.getKey() + ": " + e.getValue().reply()).toList()) : attempt.reply().text();
		}
	}
}
