package org.postkontor.auth.microsoft.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Claims challenges (OpenID Connect Core 1.0, 5.5). MSAL puts them on the page, but into no token request. */
final class Claims {
	private static final String NAME = "claims=";

	private Claims() {
	}

	/** What is no JSON object is left out: it came from a server, and would make the whole request invalid. */
	static Optional<String> challenge(Optional<String> claims) {
		return claims.filter(text -> TokenAnswer.object(text).isPresent());
	}

	/** The form with the challenge, beside what MSAL claims for the program. */
	static String added(String form, Optional<String> claims) {
		Optional<JsonObject> demanded = claims.flatMap(TokenAnswer::object);
		if (demanded.isEmpty()) {
			return form;
		}
		List<String> pairs = new ArrayList<>();
		JsonObject all = demanded.get();
		for (String pair : form.split("&")) {
			if (pair.startsWith(NAME)) {
				TokenAnswer.object(URLDecoder.decode(pair.substring(NAME.length()), StandardCharsets.UTF_8)).ifPresent(own -> merge(own, all));
			} else {
				pairs.add(pair);
			}
		}
		pairs.add(NAME + URLEncoder.encode(all.toString(), StandardCharsets.UTF_8));
		return String.join("&", pairs);
	}

	private static void merge(JsonObject from, JsonObject into) {
		for (String name : from.keySet()) {
			JsonElement present = into.get(name);
			if (present instanceof JsonObject inner && from.get(name) instanceof JsonObject more) {
				merge(more, inner);
			} else if (present == null) {
				into.add(name, from.get(name));
			}
		}
	}
}
