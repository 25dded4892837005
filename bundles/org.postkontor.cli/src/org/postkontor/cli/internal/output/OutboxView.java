package org.postkontor.cli.internal.output;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.transport.SendOutcome.RecipientResult;

import com.google.gson.JsonObject;

/** Mails and lanes of the outbox as the command line shows them. */
public final class OutboxView {
	private final Texts texts;
	private final Wording wording;

	public OutboxView(Texts texts, Wording wording) {
		this.texts = texts;
		this.wording = wording;
	}

	public JsonObject json(OutboxEntry entry) {
		JsonObject results = new JsonObject();
		entry.recipients().forEach((address, result) -> results.add(address, json(result)));
		return new Json().text("id", entry.id()).text("account", entry.account()).text("state", entry.state()).text("messageId", entry.messageId())
				.text("subject", entry.subject()).text("sender", entry.envelope().sender())
				.add("recipients", Json.texts(entry.envelope().recipients())).number("size", entry.size()).text("accepted", entry.accepted())
				.text("nextAttempt", entry.nextAttempt()).number("attempts", entry.attempts())
				.add("problem", entry.problem().map(wording::json)).add("results", results).text("reply", entry.reply())
				.text("notBefore", entry.options().notBefore()).text("notAfter", entry.options().notAfter()).text("priority", entry.options().priority()).object();
	}

	public JsonObject json(DrainSummary summary) {
		return new Json().number("sent", summary.sent()).number("deferred", summary.deferred()).number("held", summary.held())
				.number("rejected", summary.rejected()).number("inDoubt", summary.inDoubt())
				.add("paused", Json.array(summary.paused(), this::json)).object();
	}

	public List<String> table(List<OutboxEntry> entries) {
		Table table = new Table(texts.get("outbox.id"), texts.get("outbox.state"), texts.get("outbox.size"), texts.get("outbox.to"),
				texts.get("outbox.subject"));
		entries.forEach(e -> table.row(e.id().value(), texts.of("state", e.state()), Long.toString(e.size()), to(e), e.subject()));
		return entries.isEmpty() ? List.of(texts.get("outbox.empty")) : table.lines();
	}

	public List<String> lines(OutboxEntry entry) {
		List<String> lines = new java.util.ArrayList<>(List.of(entry.subject(), line("outbox.id", entry.id()),
				line("outbox.state", texts.of("state", entry.state())), line("outbox.message-id", entry.messageId()),
				line("outbox.size", entry.size()), line("outbox.accepted", entry.accepted()), line("outbox.attempts", entry.attempts())));
		entry.options().notBefore().ifPresent(time -> lines.add(line("outbox.not-before", time)));
		entry.options().notAfter().ifPresent(time -> lines.add(line("outbox.not-after", time)));
		entry.envelope().recipients().forEach(r -> lines.add(line("outbox.to", r + reply(entry.recipients(), r))));
		if (!entry.reply().isEmpty()) {
			lines.add(line("outbox.reply", entry.reply()));
		}
		entry.problem().ifPresent(p -> lines.addAll(wording.lines(p)));
		return lines;
	}

	/** @param name how an account is called */
	public List<String> lines(DrainSummary summary, Function<AccountId, String> name) {
		List<String> lines = new java.util.ArrayList<>();
		lines.add(texts.get("drain.summary", "sent", summary.sent(), "deferred", summary.deferred(), "held", summary.held(), "rejected",
				summary.rejected(), "inDoubt", summary.inDoubt()));
		summary.paused().forEach(lane -> lane.paused().ifPresent(p -> {
			lines.add(texts.get("drain.paused", "account", name.apply(lane.account())));
			lines.addAll(wording.lines(p));
		}));
		return lines;
	}

	private JsonObject json(Lane lane) {
		return new Json().text("account", lane.account()).add("problem", lane.paused().map(wording::json)).object();
	}

	private static JsonObject json(RecipientResult result) {
		String name = switch (result) {
		case RecipientResult.Accepted a -> "ACCEPTED";
		case RecipientResult.Deferred d -> "DEFERRED";
		case RecipientResult.Rejected r -> "REJECTED";
		};
		return new Json().text("result", name).text("reply", result.reply()).object();
	}

	private static String reply(Map<String, RecipientResult> results, String recipient) {
		RecipientResult result = results.get(recipient);
		return result == null ? "" : "  " + result.reply();
	}

	private static String to(OutboxEntry entry) {
		List<String> all = entry.envelope().recipients();
		return all.isEmpty() ? "" : all.get(0) + (all.size() > 1 ? " +" + (all.size() - 1) : "");
	}

	private String line(String key, Object value) {
		return "  " + texts.get(key) + ": " + value;
	}
}
