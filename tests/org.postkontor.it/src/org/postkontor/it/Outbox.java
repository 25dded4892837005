package org.postkontor.it;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.gson.JsonObject;

/** The outbox of a product, as {@code outbox list} tells it. */
record Outbox(Product product) {

	/** A mail in it. */
	record Entry(JsonObject json) {
		String id() {
			return json.get("id").getAsString();
		}

		String state() {
			return json.get("state").getAsString();
		}

		String messageId() {
			return json.get("messageId").getAsString();
		}

		String subject() {
			return json.get("subject").getAsString();
		}

		/** {@code ACCEPTED}, {@code DEFERRED}, {@code REJECTED}. */
		String result(String recipient) {
			return json.getAsJsonObject("results").getAsJsonObject(recipient).get("result").getAsString();
		}

		/** The server's answer about a recipient. */
		String reply(String recipient) {
			return json.getAsJsonObject("results").getAsJsonObject(recipient).get("reply").getAsString();
		}

		/** Empty object if it has none. */
		JsonObject problem() {
			return json.get("problem").isJsonNull() ? new JsonObject() : json.getAsJsonObject("problem");
		}

		/** Id of the problem; empty if it has none. */
		String problemId() {
			return problem().has("id") ? problem().get("id").getAsString() : "";
		}

		@Override
		public String toString() {
			return json.toString();
		}
	}

	List<Entry> entries() throws IOException, InterruptedException {
		return StreamSupport.stream(product.run("outbox", "list").ok().json().getAsJsonArray("mails").spliterator(), false)
				.map(mail -> new Entry(mail.getAsJsonObject())).toList();
	}

	/** The one with this subject. */
	static Entry entry(List<Entry> entries, String subject) {
		return entries.stream().filter(entry -> entry.subject().equals(subject)).findFirst().orElseThrow(() -> new AssertionError(subject + " not in " + entries));
	}
}
