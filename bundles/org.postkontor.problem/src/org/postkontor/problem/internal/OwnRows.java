package org.postkontor.problem.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The rows of the product: one JSON file per topic, beside the texts of the same name. */
final class OwnRows {
	/** Topics; each has {@code <topic>.json} and the texts {@code <topic>.properties}. */
	static final List<String> TOPICS = List.of("oauth-explanations", "mail-explanations", "exchange-explanations");

	private OwnRows() {
	}

	static List<ExplanationRow> read() {
		List<ExplanationRow> rows = new ArrayList<>();
		for (String topic : TOPICS) {
			for (JsonElement element : array(topic + ".json")) {
				JsonObject row = element.getAsJsonObject();
				rows.add(ExplanationRow.of(name -> row.has(name) ? row.get(name).getAsString() : null));
			}
		}
		return List.copyOf(rows);
	}

	private static Iterable<JsonElement> array(String name) {
		URL url = OwnRows.class.getResource(name);
		if (url == null) {
			throw new IllegalStateException(name + " is missing");
		}
		try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader).getAsJsonArray();
		} catch (IOException e) {
			throw new IllegalStateException(name, e);
		}
	}
}
