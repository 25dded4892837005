package org.postkontor.demo.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What the demo world tells about itself in {@code demo.json}. */
record DemoFile(List<Person> people) {

	/** Somebody with an address in the demo world. */
	record Person(String address, String password, boolean oauth) {
		/** Without the password. */
		@Override
		public String toString() {
			return address;
		}
	}

	static DemoFile read(Path file) throws IOException {
		JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
		return new DemoFile(StreamSupport.stream(root.getAsJsonArray("users").spliterator(), false).map(e -> person(e.getAsJsonObject())).toList());
	}

	/** The two who travel: one of each kind. */
	List<Person> travellers() {
		return List.of(oauthPerson(), passwordPerson());
	}

	Person oauthPerson() {
		return people.stream().filter(Person::oauth).findFirst().orElseThrow();
	}

	Person passwordPerson() {
		return people.stream().filter(p -> !p.oauth()).findFirst().orElseThrow();
	}

	private static Person person(JsonObject account) {
		return new Person(account.get("address").getAsString(), account.get("password").getAsString(), account.get("signIn").getAsString().equals("oauth"));
	}
}
