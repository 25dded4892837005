package org.postkontor.ui.tests.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** The files by which a running world of servers says what it is: branding, authority, people. */
public record DemoFolder(Path folder) {
	/** Names the folder of the demo world; {@code none} where it does not run. */
	public static final String DEMO = "postkontor.demo.dir";
	/** Names the folder of the world with real mail servers; {@code none} where it does not run. */
	public static final String REAL = "postkontor.real.dir";

	/** A world started for this run. */
	public static DemoFolder named(String property) {
		return new DemoFolder(Path.of(System.getProperty(property)));
	}

	public Path branding() {
		return folder.resolve("branding.json");
	}

	public Path authority() {
		return folder.resolve("ca.pem");
	}

	public String password(String address) throws IOException {
		try (Reader reader = Files.newBufferedReader(folder.resolve("demo.json"))) {
			for (JsonElement user : JsonParser.parseReader(reader).getAsJsonObject().getAsJsonArray("users")) {
				if (user.getAsJsonObject().get("address").getAsString().equals(address)) {
					return user.getAsJsonObject().get("password").getAsString();
				}
			}
		}
		throw new IOException("nobody with the address " + address + " in the demo world");
	}
}
