package org.postkontor.auth.microsoft.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** What of a good token answer is ours to know; MSAL keeps the tokens. @param scopes granted rights */
record TokenAnswer(Duration lifetime, Set<String> scopes) {

	/** Empty if MSAL could not read it: its messages may quote what it cannot read. */
	static Optional<TokenAnswer> parse(JsonObject json) {
		long seconds = number(json, "expires_in");
		String[] idToken = text(json, "id_token").split("\\.", -1);
		boolean readable = !text(json, "access_token").isEmpty() && seconds > 0 && idToken.length == 3 && decoded(idToken[1]).isPresent()
				&& decoded(text(json, "client_info")).isPresent();
		return readable ? Optional.of(new TokenAnswer(Duration.ofSeconds(seconds), new LinkedHashSet<>(List.of(text(json, "scope").strip().split(" +")))))
				: Optional.empty();
	}

	/** The object of a text; empty if it is none. */
	static Optional<JsonObject> object(String text) {
		try {
			return JsonParser.parseString(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
		} catch (JsonParseException e) {
			return Optional.empty();
		}
	}

	/** The object behind base64url. */
	static Optional<JsonObject> decoded(String base64) {
		try {
			return object(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** Empty if absent. */
	static String text(JsonObject json, String name) {
		JsonElement value = json.get(name);
		return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
	}

	/** 0 if it is no number. */
	static long number(JsonObject json, String name) {
		try {
			return Long.parseLong(text(json, name));
		} catch (NumberFormatException e) {
			return 0;
		}
	}
}
