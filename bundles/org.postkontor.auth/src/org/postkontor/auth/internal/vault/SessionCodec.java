package org.postkontor.auth.internal.vault;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * A session as JSON, only ever seen inside the envelope. Unknown members are ignored, so that fields can be added; what means
 * something else than before gets a new {@code formatVersion}. The first form had no number.
 */
final class SessionCodec {
	private static final int VERSION = 1;
	private static final int UNNUMBERED = 0;
	private static final String VERSION_MEMBER = "formatVersion";

	private SessionCodec() {
	}

	/** @param isOld whether it was written in an older form, so that it is to be written again */
	record Decoded(Session session, boolean isOld) {
	}

	/** Content of a version that this program does not know. */
	static final class NewerFormatException extends Exception {
		private static final long serialVersionUID = 1L;
	}

	static byte[] encode(Session session) {
		JsonObject json = new JsonObject();
		json.addProperty(VERSION_MEMBER, VERSION);
		json.addProperty("id", session.id());
		json.addProperty("provider", session.provider());
		json.addProperty("issuer", session.issuer());
		json.addProperty("clientId", session.clientId());
		json.addProperty("subject", session.subject());
		json.add("names", array(session.names()));
		json.add("scopes", array(session.scopes()));
		json.add("hosts", array(session.hosts()));
		json.addProperty("issued", session.issued().toString());
		json.addProperty("refreshed", session.refreshed().toString());
		JsonObject secrets = new JsonObject();
		session.secrets().forEach((name, secret) -> secrets.add(name, secret.use(JsonPrimitive::new)));
		json.add("secrets", secrets);
		JsonObject attributes = new JsonObject();
		session.attributes().forEach(attributes::addProperty);
		json.add("attributes", attributes);
		return json.toString().getBytes(StandardCharsets.UTF_8);
	}

	static Decoded decode(byte[] plain) throws DamagedEntryException, NewerFormatException {
		try {
			JsonObject json = JsonParser.parseString(new String(plain, StandardCharsets.UTF_8)).getAsJsonObject();
			int version = json.has(VERSION_MEMBER) ? json.getAsJsonPrimitive(VERSION_MEMBER).getAsInt() : UNNUMBERED;
			if (version > VERSION) {
				throw new NewerFormatException();
			}
			Session session = new Session(text(json, "id"), text(json, "provider"), text(json, "issuer"), text(json, "clientId"), text(json, "subject"),
					List.copyOf(texts(json, "names")), texts(json, "scopes"), texts(json, "hosts"), Instant.parse(text(json, "issued")),
					Instant.parse(text(json, "refreshed")), map(json, "secrets", Secret::of), map(json, "attributes", value -> value));
			return new Decoded(session, version < VERSION);
		} catch (IllegalStateException | UnsupportedOperationException | NullPointerException | DateTimeException | ClassCastException
				| NumberFormatException | com.google.gson.JsonParseException e) {
			// no cause: a parser's message may quote the text
			throw new DamagedEntryException("content");
		}
	}

	private static JsonArray array(Collection<String> values) {
		JsonArray array = new JsonArray();
		values.forEach(array::add);
		return array;
	}

	private static String text(JsonObject json, String name) {
		return json.getAsJsonPrimitive(name).getAsString();
	}

	private static Set<String> texts(JsonObject json, String name) {
		Set<String> values = new LinkedHashSet<>();
		for (JsonElement value : json.getAsJsonArray(name)) {
			values.add(value.getAsString());
		}
		return values;
	}

	private static <T> Map<String, T> map(JsonObject json, String name, Function<String, T> make) {
		Map<String, T> values = new LinkedHashMap<>();
		json.getAsJsonObject(name).entrySet().forEach(entry -> values.put(entry.getKey(), make.apply(entry.getValue().getAsString())));
		return values;
	}
}
