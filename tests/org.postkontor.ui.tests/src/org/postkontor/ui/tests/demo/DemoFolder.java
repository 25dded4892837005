package org.postkontor.ui.tests.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** The files by which a running demo world says what it is: branding, authority, people. */
public record DemoFolder(Path folder) {
	/** Names the folder; {@code none} where no demo world runs. */
	public static final String PROPERTY = "postkontor.demo.dir";

	/** The world started for this run. */
	public static DemoFolder ofThisRun() {
		return new DemoFolder(Path.of(System.getProperty(PROPERTY)));
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
