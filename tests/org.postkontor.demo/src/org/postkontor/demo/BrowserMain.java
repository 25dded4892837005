package org.postkontor.demo;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A browser with a person in front of it, as a program: {@code BrowserMain DEMO_JSON URL} signs in at the login page
 * of {@code URL} as the demo user of its {@code login_hint}. Prints the status and address of the last page, without
 * its query; exit status 0 if that page is fine, 1 if not, 2 for wrong arguments.
 */
public final class BrowserMain {

	private static final int USAGE = 2;

	private BrowserMain() {
	}

	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 2) {
			System.err.println("usage: BrowserMain DEMO_JSON URL");
			System.exit(USAGE);
		}
		URI url = URI.create(arguments[1]);
		String address = loginHint(url);
		BrowserResult result = ScriptedBrowser.of(address, password(Path.of(arguments[0]), address)).signIn(url);
		System.out.println(result.status() + " " + result.uri().getAuthority() + result.uri().getPath());
		System.exit(result.status() == 200 ? 0 : 1);
	}

	private static String loginHint(URI url) {
		for (String pair : String.valueOf(url.getRawQuery()).split("&")) {
			if (pair.startsWith("login_hint=")) {
				return URLDecoder.decode(pair.substring("login_hint=".length()), StandardCharsets.UTF_8);
			}
		}
		return DemoUser.ANNA.address();
	}

	private static String password(Path file, String address) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			JsonObject demo = JsonParser.parseReader(reader).getAsJsonObject();
			for (JsonElement user : demo.getAsJsonArray("users")) {
				if (user.getAsJsonObject().get("address").getAsString().equals(address)) {
					return user.getAsJsonObject().get("password").getAsString();
				}
			}
		}
		throw new IOException("no demo user " + address);
	}
}
