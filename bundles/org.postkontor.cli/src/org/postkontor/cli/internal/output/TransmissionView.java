package org.postkontor.cli.internal.output;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionTexts;

import com.google.gson.JsonObject;

/** The transmission log as the command line shows it. */
public final class TransmissionView {
	private final Texts texts;
	private final Wording wording;
	private final TransmissionTexts words;
	private final ZoneId zone;

	/** @param zone that times are shown in */
	public TransmissionView(Texts texts, Wording wording, ZoneId zone) {
		this.texts = texts;
		this.wording = wording;
		this.words = new TransmissionTexts(texts.locale());
		this.zone = zone;
	}

	/** What lists show. */
	public JsonObject json(Transmission transmission) {
		OutboxEntry mail = transmission.mail();
		return new Json().text("id", mail.id()).text("account", mail.account()).text("state", mail.state()).text("subject", mail.subject())
				.text("submitted", mail.accepted()).number("attempts", transmission.attempts().size()).object();
	}

	public List<String> table(List<Transmission> all) {
		Table table = new Table(texts.get("outbox.id"), words.get("submitted"), texts.get("outbox.state"), texts.get("outbox.subject"));
		all.forEach(t -> table.row(t.mail().id().value(), words.time(t.mail().accepted(), zone), words.of(t.mail().state()), t.mail().subject()));
		return all.isEmpty() ? List.of(texts.get("log.empty")) : table.lines();
	}

	public List<String> lines(Transmission transmission) {
		OutboxEntry mail = transmission.mail();
		List<String> lines = new ArrayList<>(List.of(mail.subject(), line(texts.get("outbox.state"), words.of(mail.state())),
				line("Message-ID", mail.messageId()), line("SHA-256", transmission.sha256()), words.get("attempts") + ":"));
		transmission.attempts().forEach(attempt -> attempt(lines, attempt));
		lines.add(words.get("events") + ":");
		transmission.events().forEach(event -> event(lines, event));
		return lines;
	}

	private void attempt(List<String> lines, Attempt attempt) {
		lines.add("  " + words.time(attempt.started(), zone) + "  " + words.of(attempt.outcome()));
		attempt.peer().ifPresent(peer -> {
			add(lines, words.get("server"), peer.server());
			add(lines, "TLS", (peer.tls() + " " + peer.cipher()).strip());
			add(lines, words.get("certificate"), peer.certificate());
			add(lines, words.get("mechanism"), peer.mechanism());
		});
		add(lines, words.get("reply"), attempt.reply().text());
		add(lines, words.get("queue-id"), attempt.reply().queueId());
		attempt.recipients().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> add(lines, entry.getKey(), entry.getValue().reply()));
		attempt.problem().ifPresent(problem -> lines.add("    " + wording.title(problem)));
	}

	private void event(List<String> lines, LogEvent event) {
		lines.add("  " + words.time(event.at(), zone) + "  " + words.of(event.kind()) + (event.note().isEmpty() ? "" : ": " + words.note(event.note())));
		event.problem().ifPresent(problem -> lines.add("    " + wording.title(problem)));
	}

	private static void add(List<String> lines, String label, String value) {
		if (!value.isEmpty()) {
			lines.add("  " + line(label, value));
		}
	}

	private static String line(String label, String value) {
		return "  " + label + ": " + value;
	}
}
