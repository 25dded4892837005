package org.postkontor.testkit.idp;

import org.postkontor.testkit.peer.HttpAnswer;

import com.google.gson.JsonObject;

/** An error of RFC 6749, 5.2 on its way to the client. */
final class OAuthError extends Exception {

	private static final long serialVersionUID = 1;

	private final int status;
	private final String error;

	OAuthError(String error, String description) {
		this(400, error, description);
	}

	OAuthError(int status, String error, String description) {
		super(description);
		this.status = status;
		this.error = error;
	}

	String error() {
		return error;
	}

	HttpAnswer answer() {
		JsonObject json = new JsonObject();
		json.addProperty("error", error);
		json.addProperty("error_description", getMessage());
		return HttpAnswer.json(status, json.toString()).withHeader("Cache-Control", "no-store");
	}
}
