package org.postkontor.it;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The account test as {@code account check --json} tells it. */
record Report(JsonObject json) {

	/** A step of one direction. */
	record Step(String direction, String id, String result, String detail, JsonObject problem) {
	}

	List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		for (JsonElement top : json.getAsJsonArray("steps")) {
			collect(top.getAsJsonObject(), top.getAsJsonObject().get("id").getAsString(), steps);
		}
		return steps;
	}

	/** @throws java.util.NoSuchElementException if there is none with this id */
	Step step(String id) {
		return steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
	}

	private static void collect(JsonObject node, String direction, List<Step> steps) {
		JsonElement problem = node.get("problem");
		JsonElement detail = node.get("detail");
		steps.add(new Step(direction, node.get("id").getAsString(), node.get("result").getAsString(), detail.isJsonNull() ? "" : detail.getAsString(),
				problem.isJsonNull() ? new JsonObject() : problem.getAsJsonObject()));
		node.getAsJsonArray("children").forEach(child -> collect(child.getAsJsonObject(), direction, steps));
	}
}
