package org.postkontor.auth.internal.consent;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** The file format, version 1. */
final class PendingJson {
	static final int FORMAT = 1;

	private PendingJson() {
	}

	static byte[] write(List<PendingConsent> all) {
		JsonArray entries = new JsonArray();
		for (PendingConsent pending : all) {
			JsonObject entry = new JsonObject();
			entry.addProperty("account", pending.account().value());
			JsonArray directions = new JsonArray();
			pending.directions().stream().sorted().forEach(direction -> directions.add(direction.name()));
			entry.add("directions", directions);
			entry.addProperty("asked", pending.asked().toString());
			pending.session().ifPresent(session -> entry.addProperty("session", session));
			entry.addProperty("automatic", pending.automatic());
			entry.addProperty("tries", pending.tries());
			entry.addProperty("next", pending.next().toString());
			entries.add(entry);
		}
		JsonObject json = new JsonObject();
		json.addProperty("formatVersion", FORMAT);
		json.add("pending", entries);
		return json.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** @throws UnreadableException damaged, or of a newer format */
	static List<PendingConsent> read(byte[] content) throws UnreadableException {
		try {
			JsonObject json = JsonParser.parseString(new String(content, StandardCharsets.UTF_8)).getAsJsonObject();
			if (json.get("formatVersion").getAsInt() > FORMAT) {
				throw new UnreadableException(true);
			}
			List<PendingConsent> all = new ArrayList<>();
			for (JsonElement element : json.getAsJsonArray("pending")) {
				JsonObject entry = element.getAsJsonObject();
				Set<Direction> directions = new TreeSet<>();
				entry.getAsJsonArray("directions").forEach(name -> directions.add(Direction.valueOf(name.getAsString())));
				all.add(new PendingConsent(new AccountId(entry.get("account").getAsString()), directions, Instant.parse(entry.get("asked").getAsString()),
						entry.has("session") ? Optional.of(entry.get("session").getAsString()) : Optional.empty(), entry.get("automatic").getAsBoolean(),
						entry.get("tries").getAsInt(), Instant.parse(entry.get("next").getAsString())));
			}
			return all;
		} catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException | NullPointerException | ClassCastException
				| DateTimeException | JsonParseException e) {
			throw new UnreadableException(false);
		}
	}

	/** The content cannot be used. */
	static final class UnreadableException extends Exception {
		private static final long serialVersionUID = 1L;
		private final boolean newer;

		UnreadableException(boolean newer) {
			this.newer = newer;
		}

		boolean isNewer() {
			return newer;
		}
	}
}
