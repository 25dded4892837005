package org.postkontor.outbox.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What rows of the log hold beside text. */
final class LogJson {
	private LogJson() {
	}

	static @Nullable String peer(Optional<Peer> peer) {
		return peer.isPresent() ? write(peer.get()).toString() : null;
	}

	static JsonObject write(Peer peer) {
		JsonObject json = new JsonObject();
		json.addProperty("server", peer.server());
		json.addProperty("tls", peer.tls());
		json.addProperty("cipher", peer.cipher());
		json.addProperty("certificate", peer.certificate());
		json.addProperty("mechanism", peer.mechanism());
		return json;
	}

	static Optional<Peer> peer(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		return Optional.of(new Peer(text(json, "server"), text(json, "tls"), text(json, "cipher"), text(json, "certificate"), text(json, "mechanism")));
	}

	static @Nullable String recipients(Map<String, RecipientResult> results) {
		return results.isEmpty() ? null : write(results).toString();
	}

	static JsonObject write(Map<String, RecipientResult> results) {
		JsonObject json = new JsonObject();
		results.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
			JsonObject result = new JsonObject();
			result.addProperty("result", MailRows.name(entry.getValue()));
			result.addProperty("reply", entry.getValue().reply());
			json.add(entry.getKey(), result);
		});
		return json;
	}

	static Map<String, RecipientResult> recipients(@Nullable String text) {
		Map<String, RecipientResult> results = new LinkedHashMap<>();
		if (text != null) {
			JsonParser.parseString(text).getAsJsonObject().entrySet().forEach(entry -> {
				JsonObject result = entry.getValue().getAsJsonObject();
				results.put(entry.getKey(), MailRows.result(text(result, "result"), text(result, "reply")));
			});
		}
		return results;
	}

	private static String text(JsonObject json, String name) {
		return json.has(name) ? json.get(name).getAsString() : "";
	}
}
