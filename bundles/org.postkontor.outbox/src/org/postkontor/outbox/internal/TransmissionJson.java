package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.ServerReply;
import org.postkontor.outbox.Transmission;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The log for programs; described in {@code docs/transmission-log.md}. Fields only ever get added within a version. */
public final class TransmissionJson implements TransmissionFormat {
	public static final int VERSION = 1;

	private final Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

	@Override
	public String begin(Instant now) {
		return "{\n\"format\": \"org.postkontor.transmission-log\",\n\"version\": " + VERSION + ",\n\"created\": \"" + now + "\",\n\"mails\": [";
	}

	@Override
	public String mail(Transmission transmission, boolean first) {
		return (first ? "\n" : ",\n") + gson.toJson(object(transmission));
	}

	@Override
	public String end() {
		return "\n]\n}\n";
	}

	/** One mail. */
	public JsonObject object(Transmission transmission) {
		OutboxEntry mail = transmission.mail();
		JsonObject json = new JsonObject();
		json.addProperty("id", mail.id().value());
		json.addProperty("account", mail.account().value());
		json.addProperty("state", mail.state().name());
		json.addProperty("messageId", mail.messageId());
		json.addProperty("subject", mail.subject());
		json.addProperty("sender", mail.envelope().sender());
		json.add("recipients", array(mail.envelope().recipients(), com.google.gson.JsonPrimitive::new));
		json.addProperty("size", mail.size());
		json.addProperty("sha256", transmission.sha256());
		json.addProperty("submitted", mail.accepted().toString());
		json.add("results", LogJson.write(mail.recipients()));
		json.add("attempts", array(transmission.attempts(), TransmissionJson::attempt));
		json.add("events", array(transmission.events(), TransmissionJson::event));
		return json;
	}

	private static JsonObject attempt(Attempt attempt) {
		JsonObject json = new JsonObject();
		json.addProperty("started", attempt.started().toString());
		json.addProperty("handedOver", text(attempt.handedOver()));
		json.addProperty("ended", text(attempt.ended()));
		json.addProperty("outcome", attempt.outcome().name());
		json.addProperty("state", attempt.state().name());
		json.add("peer", attempt.peer().isPresent() ? LogJson.write(attempt.peer().get()) : null);
		json.add("reply", reply(attempt.reply()));
		json.add("recipients", LogJson.write(attempt.recipients()));
		json.add("problem", problem(attempt.problem()));
		return json;
	}

	private static JsonObject reply(ServerReply reply) {
		JsonObject json = new JsonObject();
		json.addProperty("code", reply.code());
		json.addProperty("enhancedCode", reply.enhancedCode());
		json.addProperty("queueId", reply.queueId());
		json.addProperty("text", reply.text());
		return json;
	}

	private static JsonObject event(LogEvent event) {
		JsonObject json = new JsonObject();
		json.addProperty("at", event.at().toString());
		json.addProperty("kind", event.kind().name());
		json.addProperty("decision", event.kind().isDecision());
		json.addProperty("state", event.state().name());
		json.addProperty("note", event.note());
		json.add("problem", problem(event.problem()));
		return json;
	}

	private static @Nullable JsonElement problem(Optional<org.postkontor.problem.Problem> problem) {
		return problem.isPresent() ? JsonParser.parseString(ProblemJson.write(problem.get())) : null;
	}

	private static @Nullable String text(Optional<Instant> time) {
		return time.isPresent() ? time.get().toString() : null;
	}

	private static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> element) {
		JsonArray array = new JsonArray();
		values.forEach(value -> array.add(element.apply(value)));
		return array;
	}
}
