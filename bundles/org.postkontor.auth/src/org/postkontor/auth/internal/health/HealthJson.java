package org.postkontor.auth.internal.health;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** The file format, version 1. */
final class HealthJson {
	static final int FORMAT = 1;

	private HealthJson() {
	}

	static byte[] write(Health health) {
		JsonObject json = new JsonObject();
		json.addProperty("formatVersion", FORMAT);
		json.addProperty("issuer", health.issuer());
		json.addProperty("clientId", health.clientId());
		health.used().ifPresent(used -> json.addProperty("used", used.toString()));
		health.refusal().ifPresent(refusal -> json.add("refusal", refusal(refusal)));
		JsonArray ends = new JsonArray();
		for (End end : health.ends()) {
			JsonObject one = new JsonObject();
			one.addProperty("issued", end.issued().toString());
			one.addProperty("good", end.good().toString());
			one.addProperty("refused", end.refused().toString());
			one.addProperty("frequency", end.frequency());
			ends.add(one);
		}
		json.add("ends", ends);
		return json.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** Empty if it is damaged. @throws NewerFormatException if another version wrote it */
	static Optional<Health> read(byte[] content) throws NewerFormatException {
		try {
			JsonObject json = JsonParser.parseString(new String(content, StandardCharsets.UTF_8)).getAsJsonObject();
			if (json.get("formatVersion").getAsInt() > FORMAT) {
				throw new NewerFormatException();
			}
			List<End> ends = new ArrayList<>();
			for (JsonElement element : json.getAsJsonArray("ends")) {
				JsonObject one = element.getAsJsonObject();
				ends.add(new End(instant(one, "issued"), instant(one, "good"), instant(one, "refused"), one.get("frequency").getAsBoolean()));
			}
			Optional<Instant> used = json.has("used") ? Optional.of(instant(json, "used")) : Optional.empty();
			Optional<Health.Refusal> refusal = json.has("refusal") ? Optional.of(refusal(json.getAsJsonObject("refusal"))) : Optional.empty();
			return Optional.of(new Health(text(json, "issuer"), text(json, "clientId"), used, refusal, ends));
		} catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException | NullPointerException | ClassCastException
				| DateTimeException | JsonParseException e) {
			return Optional.empty();
		}
	}

	/** Left untouched. */
	static final class NewerFormatException extends Exception {
		private static final long serialVersionUID = 1L;
	}

	private static JsonObject refusal(Health.Refusal refusal) {
		Problem problem = refusal.problem();
		JsonObject json = new JsonObject();
		json.addProperty("at", refusal.at().toString());
		json.addProperty("id", problem.id());
		json.addProperty("kind", problem.kind().name());
		json.addProperty("fixer", problem.fixer().name());
		json.addProperty("remedy", problem.remedy().name());
		json.add("values", map(problem.values()));
		json.add("details", map(problem.details()));
		return json;
	}

	private static Health.Refusal refusal(JsonObject json) {
		Problem problem = new Problem(text(json, "id"), ProblemKind.valueOf(text(json, "kind")), Fixer.valueOf(text(json, "fixer")),
				Remedy.valueOf(text(json, "remedy")), map(json.getAsJsonObject("values")), map(json.getAsJsonObject("details")));
		return new Health.Refusal(problem, instant(json, "at"));
	}

	private static JsonObject map(Map<String, String> values) {
		JsonObject json = new JsonObject();
		values.forEach(json::addProperty);
		return json;
	}

	private static Map<String, String> map(JsonObject json) {
		Map<String, String> values = new LinkedHashMap<>();
		json.keySet().forEach(name -> values.put(name, text(json, name)));
		return values;
	}

	private static Instant instant(JsonObject json, String name) {
		return Instant.parse(text(json, name));
	}

	private static String text(JsonObject json, String name) {
		@Nullable JsonElement value = json.get(name);
		if (value == null) {
			throw new IllegalStateException(name);
		}
		return value.getAsString();
	}
}
