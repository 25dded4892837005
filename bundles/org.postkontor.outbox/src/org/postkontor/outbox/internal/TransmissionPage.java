package org.postkontor.outbox.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionTexts;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** The log for people: one page of HTML. Everything from outside is escaped, and the page may load and run nothing. */
final class TransmissionPage implements TransmissionFormat {
	private static final String STYLE = """
			body{font:14px/1.4 system-ui,"Segoe UI",sans-serif;color:#111;background:#fff;margin:2em;max-width:70em}
			h1{font-size:1.5em}h2{font-size:1.2em;margin:0 0 .4em}h3{font-size:1em;margin:1em 0 .3em}
			section{border-top:2px solid #555;padding:1em 0}
			dl{display:grid;grid-template-columns:max-content 1fr;gap:.15em 1em;margin:0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
			table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #999;padding:.25em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
			th{background:#eee}
			.attempts th:nth-child(1){width:19%}.attempts th:nth-child(2){width:24%}.attempts th:nth-child(5){width:13%}
			.events th:nth-child(1){width:24%}.events th:nth-child(3){width:24%}
			@page{size:A4;margin:15mm}
			@media print{body{margin:0;font-size:9pt}h2,h3{break-after:avoid}tr,dl{break-inside:avoid}thead{display:table-header-group}th{print-color-adjust:exact}}
			""";

	private final TransmissionTexts texts;
	private final ProblemTexts problems;
	private final ZoneId zone;

	TransmissionPage(TransmissionTexts texts, ProblemTexts problems, ZoneId zone) {
		this.texts = texts;
		this.problems = problems;
		this.zone = zone;
	}

	@Override
	public String begin(Instant now) {
		Html html = new Html().raw("<!DOCTYPE html>\n<html lang=\"" + texts.locale().getLanguage() + "\"><head><meta charset=\"utf-8\">"
				+ "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
				+ "<meta name=\"viewport\" content=\"width=device-width\">");
		return html.element("title", texts.get("title")).raw("<style>" + STYLE + "</style></head><body>\n").element("h1", texts.get("title"))
				.element("p", texts.get("created") + " " + texts.time(now, zone)).toString();
	}

	@Override
	public String mail(Transmission transmission, boolean first) {
		OutboxEntry mail = transmission.mail();
		Html html = new Html().raw("<section>\n").element("h2", mail.subject().isBlank() ? texts.get("no-subject") : mail.subject()).raw("<dl>");
		html.term(texts.get("from"), mail.envelope().sender()).term(texts.get("to"), String.join(", ", mail.envelope().recipients()))
				.term(texts.get("state"), texts.of(mail.state())).term(texts.get("submitted"), texts.time(mail.accepted(), zone))
				.term(texts.get("size"), String.format(texts.locale(), "%,d", mail.size())).term("Message-ID", mail.messageId())
				.term("SHA-256", transmission.sha256()).term(texts.get("id"), mail.id().value()).raw("</dl>\n");
		attempts(html, transmission.attempts());
		events(html, transmission.events());
		return html.raw("</section>\n").toString();
	}

	@Override
	public String end() {
		return "</body></html>\n";
	}

	private void attempts(Html html, List<Attempt> attempts) {
		html.element("h3", texts.get("attempts"));
		if (attempts.isEmpty()) {
			html.element("p", texts.get("no-attempt"));
			return;
		}
		html.head("attempts", texts.get("started"), texts.get("server"), texts.get("outcome"), texts.get("reply"), texts.get("queue-id"));
		for (Attempt attempt : attempts) {
			html.row(times(attempt), attempt.peer().map(this::peer).orElse(""), outcome(attempt), replies(attempt), attempt.reply().queueId());
		}
		html.raw("</table>\n");
	}

	private String times(Attempt attempt) {
		StringBuilder text = new StringBuilder(texts.time(attempt.started(), zone));
		attempt.handedOver().ifPresent(at -> text.append("\n").append(texts.get("handed-over")).append(": ").append(texts.time(at, zone)));
		attempt.ended().ifPresent(at -> text.append("\n").append(texts.get("ended")).append(": ").append(texts.time(at, zone)));
		return text.toString();
	}

	private String peer(Peer peer) {
		StringBuilder text = new StringBuilder(peer.server());
		line(text, "TLS", (peer.tls() + " " + peer.cipher()).strip());
		line(text, texts.get("certificate"), peer.certificate());
		line(text, texts.get("mechanism"), peer.mechanism());
		return text.toString();
	}

	private static void line(StringBuilder text, String label, String value) {
		if (!value.isEmpty()) {
			text.append("\n").append(label).append(": ").append(value);
		}
	}

	private String outcome(Attempt attempt) {
		return texts.of(attempt.outcome()) + problem(attempt.problem());
	}

	private String problem(Optional<Problem> problem) {
		Locale locale = texts.locale();
		return problem.map(p -> "\n" + problems.title(p, locale) + ". " + problems.explanation(p, locale)).orElse("");
	}

	private String replies(Attempt attempt) {
		StringBuilder text = new StringBuilder(attempt.reply().text());
		attempt.recipients().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(entry -> text.append(text.isEmpty() ? "" : "\n").append(recipient(entry.getKey(), entry.getValue())));
		return text.toString();
	}

	private String recipient(String address, RecipientResult result) {
		return address + " – " + texts.get("recipient." + MailRows.name(result)) + (result.reply().isEmpty() ? "" : ": " + result.reply());
	}

	private void events(Html html, List<LogEvent> events) {
		html.element("h3", texts.get("events")).head("events", texts.get("at"), texts.get("event"), texts.get("state"));
		for (LogEvent event : events) {
			String note = event.note().isEmpty() ? "" : "\n" + texts.note(event.note());
			html.row(texts.time(event.at(), zone), texts.of(event.kind()) + note + problem(event.problem()), texts.of(event.state()));
		}
		html.raw("</table>\n");
	}
}
