package org.postkontor.auth.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.auth.Secret;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * An error answer of a provider, already made safe to show: each text one line, bounded, secrets of the request taken out.
 *
 * @param status   HTTP status; 0 for one that came through the browser
 * @param codes    the vendor's numbers, for example of Microsoft's {@code error_codes} or the AADSTS number of the description:
 *                 they choose the explanation, never the behaviour
 * @param trace    what an administrator gives to the provider's support: {@code correlation_id}, {@code trace_id}, {@code timestamp}
 * @param claims   a claims challenge (JSON) for the next sign-in; empty if there is none
 */
public record OAuthError(int status, String error, String suberror, List<String> codes, String description, Map<String, String> trace,
		Optional<String> claims) {
	private static final int MAX_LENGTH = 600;
	private static final int UNAUTHORIZED = 401;
	/** Shorter ones may be part of any word by chance. */
	private static final int SHORTEST_SECRET = 8;
	private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,8})");
	private static final List<String> TRACE = List.of("correlation_id", "trace_id", "timestamp");

	public OAuthError {
		codes = List.copyOf(codes);
		trace = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(trace));
	}

	/** An error without anything of a vendor's own. */
	public OAuthError(int status, String error, String suberror, String description) {
		this(status, error, suberror, List.of(), description, Map.of(), Optional.empty());
	}

	/** From the token endpoint; empty if the body is no OAuth error. */
	public static Optional<OAuthError> parse(int status, String body, Collection<Secret> secrets) {
		try {
			JsonElement json = JsonParser.parseString(body);
			if (!json.isJsonObject() || text(json.getAsJsonObject(), "error").isEmpty()) {
				return Optional.empty();
			}
			JsonObject object = json.getAsJsonObject();
			Map<String, String> texts = new LinkedHashMap<>();
			object.keySet().forEach(name -> texts.put(name, text(object, name)));
			List<String> codes = new ArrayList<>();
			if (object.get("error_codes") instanceof com.google.gson.JsonArray numbers) {
				numbers.forEach(number -> codes.add(code(number.toString(), secrets)));
			}
			return Optional.of(of(status, texts, codes, texts.getOrDefault("suberror", ""), secrets));
		} catch (JsonParseException e) {
			return Optional.empty();
		}
	}

	/** From the redirect. */
	public static OAuthError of(Map<String, String> parameters, Collection<Secret> secrets) {
		return of(0, parameters, List.of(), parameters.getOrDefault("error_subcode", ""), secrets);
	}

	private static OAuthError of(int status, Map<String, String> texts, List<String> numbers, String suberror, Collection<Secret> secrets) {
		String description = safe(texts.getOrDefault("error_description", ""), secrets);
		List<String> codes = new ArrayList<>(numbers);
		Matcher number = NUMBER.matcher(texts.getOrDefault("error_description", ""));
		if (number.find() && !codes.contains(number.group(1))) {
			codes.add(number.group(1));
		}
		Map<String, String> trace = new LinkedHashMap<>();
		for (String name : TRACE) {
			String value = safe(texts.getOrDefault(name, ""), secrets);
			if (!value.isEmpty()) {
				trace.put(name, value);
			}
		}
		return new OAuthError(status, code(texts.getOrDefault("error", ""), secrets), code(suberror, secrets), codes, description, trace,
				Optional.of(texts.getOrDefault("claims", "")).filter(claims -> !claims.isBlank()));
	}

	/**
	 * Whether the client is unknown or did not prove who it is: {@code invalid_client} (RFC 6749, 5.2). Keycloak says
	 * {@code unauthorized_client} of a wrong secret, with the status that goes with the other word; elsewhere it is about a grant type.
	 */
	public boolean refusesClient() {
		return "invalid_client".equals(error) || status == UNAUTHORIZED && "unauthorized_client".equals(error);
	}

	private static String text(JsonObject object, String name) {
		JsonElement value = object.get(name);
		return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
	}

	/** Behaviour comes from codes: a word of the protocol stays as it is, whatever somebody chose as a client secret. */
	private static String code(String text, Collection<Secret> secrets) {
		return OAuthErrors.knows(text) ? text
				: safe(text, secrets.stream().filter(secret -> secret.use(value -> value.length() >= SHORTEST_SECRET)).toList());
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
