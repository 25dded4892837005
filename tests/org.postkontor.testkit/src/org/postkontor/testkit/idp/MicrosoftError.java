package org.postkontor.testkit.idp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.postkontor.testkit.peer.HttpAnswer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** An error as the Microsoft identity platform tells it, at the token endpoint or by a redirect. */
final class MicrosoftError extends Exception {

	private static final long serialVersionUID = 1;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

	private final int status;
	private final String error;
	private final String suberror;
	private final int number;
	private final String claims;

	/** @param number behind AADSTS; 0 for none */
	MicrosoftError(String error, int number, String text) {
		this(400, error, "", number, text, "");
	}

	/** @param suberror empty for none */
	MicrosoftError(int status, String error, String suberror, int number, String text, String claims) {
		super(text);
		this.status = status;
		this.error = error;
		this.suberror = suberror;
		this.number = number;
		this.claims = claims;
	}

	/** What a store of the plain dialect complains about. */
	static MicrosoftError of(OAuthError plain, int number) {
		return new MicrosoftError(plain.error(), number, String.valueOf(plain.getMessage()));
	}

	HttpAnswer answer(Instant now) {
		String trace = UUID.randomUUID().toString();
		String correlation = UUID.randomUUID().toString();
		JsonObject json = new JsonObject();
		json.addProperty("error", error);
		json.addProperty("error_description",
				text() + " Trace ID: " + trace + " Correlation ID: " + correlation + " Timestamp: " + TIME.format(now));
		JsonArray numbers = new JsonArray();
		if (number != 0) {
			numbers.add(number);
			json.addProperty("error_uri", "https://login.microsoftonline.com/error?code=" + number);
		}
		json.add("error_codes", numbers);
		json.addProperty("timestamp", TIME.format(now));
		json.addProperty("trace_id", trace);
		json.addProperty("correlation_id", correlation);
		if (!suberror.isEmpty()) {
			json.addProperty("suberror", suberror);
		}
		if (!claims.isEmpty()) {
			json.addProperty("claims", claims);
		}
		return HttpAnswer.json(status, json.toString()).withHeader("Cache-Control", "no-store");
	}

	/** For the redirect. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("error", error);
		parameters.put("error_description", text());
		if (!suberror.isEmpty()) {
			parameters.put("error_subcode", suberror);
		}
		return parameters;
	}

	/** With its number, as the pages show it, too. */
	String text() {
		return (number == 0 ? "" : "AADSTS" + number + ": ") + getMessage();
	}
}
