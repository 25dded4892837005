package org.postkontor.outbox.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Problems as they are stored. A kind that only a newer release knows is read as our own mistake, not as an error. */
public final class ProblemJson {
	private ProblemJson() {
	}

	public static @Nullable String write(Optional<Problem> problem) {
		return problem.isPresent() ? write(problem.get()) : null;
	}

	public static String write(Problem problem) {
		JsonObject json = new JsonObject();
		json.addProperty("id", problem.id());
		json.addProperty("kind", problem.kind().name());
		json.addProperty("fixer", problem.fixer().name());
		json.addProperty("remedy", problem.remedy().name());
		json.add("values", object(problem.values()));
		json.add("details", object(problem.details()));
		return json.toString();
	}

	public static Optional<Problem> read(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		return Optional.of(new Problem(json.get("id").getAsString(), constant(ProblemKind.values(), json, "kind", ProblemKind.INTERNAL),
				constant(Fixer.values(), json, "fixer", Fixer.DEVELOPER), constant(Remedy.values(), json, "remedy", Remedy.NONE),
				map(json.getAsJsonObject("values")), map(json.getAsJsonObject("details"))));
	}

	private static <E extends Enum<E>> E constant(E[] all, JsonObject json, String name, E unknown) {
		String stored = json.get(name).getAsString();
		return Arrays.stream(all).filter(e -> e.name().equals(stored)).findFirst().orElse(unknown);
	}

	private static JsonObject object(Map<String, String> map) {
		JsonObject json = new JsonObject();
		map.forEach(json::addProperty);
		return json;
	}

	private static Map<String, String> map(JsonObject json) {
		Map<String, String> map = new LinkedHashMap<>();
		json.entrySet().forEach(e -> map.put(e.getKey(), e.getValue().getAsString()));
		return map;
	}
}
