package org.postkontor.auth.oauth.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.postkontor.auth.Secret;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * An error answer, already made safe to show: one line, bounded, secrets of the request taken out.
 *
 * @param status HTTP status; 0 for one that came through the browser
 */
public record OAuthError(int status, String error, String suberror, String description) {
	private static final int MAX_LENGTH = 600;

	/** From the token endpoint; empty if the body is no OAuth error. */
	public static Optional<OAuthError> parse(int status, String body, Collection<Secret> secrets) {
		try {
			JsonElement json = JsonParser.parseString(body);
			if (!json.isJsonObject() || text(json.getAsJsonObject(), "error").isEmpty()) {
				return Optional.empty();
			}
			JsonObject object = json.getAsJsonObject();
			return Optional.of(new OAuthError(status, safe(text(object, "error"), secrets), safe(text(object, "suberror"), secrets),
					safe(text(object, "error_description"), secrets)));
		} catch (JsonParseException e) {
			return Optional.empty();
		}
	}

	/** From the redirect. */
	static OAuthError of(Map<String, String> parameters, Collection<Secret> secrets) {
		return new OAuthError(0, safe(parameters.getOrDefault("error", ""), secrets), safe(parameters.getOrDefault("error_subcode", ""), secrets),
				safe(parameters.getOrDefault("error_description", ""), secrets));
	}

	private static String text(JsonObject object, String name) {
		JsonElement value = object.get(name);
		return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
	}

	private static String safe(String text, Collection<Secret> secrets) {
		String line = text;
		for (Secret secret : secrets) {
			String before = line;
			line = secret.use(value -> value.isEmpty() ? before : before.replace(value, "[secret]"));
		}
		line = line.replaceAll("\\p{Cntrl}+", " ").strip();
		return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
	}
}
