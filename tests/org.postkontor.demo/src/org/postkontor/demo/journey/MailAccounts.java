package org.postkontor.demo.journey;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The steps that make an account out of an address. */
final class MailAccounts {
	private final Cli cli;

	MailAccounts(Cli cli) {
		this.cli = cli;
	}

	String discover(DemoFile.Person person) throws Exception {
		JsonObject found = JsonParser.parseString(cli.json("discover", person.address())).getAsJsonObject();
		var proposals = found.getAsJsonArray("proposals");
		if (proposals.isEmpty()) {
			throw new JourneyStopped("nothing found for " + person.address() + ": " + found);
		}
		return proposals.get(0).getAsJsonObject().get("label").getAsString();
	}

	String add(DemoFile.Person person) throws Exception {
		return JsonParser.parseString(cli.json("account", "add", person.address(), "--yes", "--auth", person.oauth() ? "oauth" : "password"))
				.getAsJsonObject().get("address").getAsString();
	}

	/** With a password from a file of its own, or in the browser. */
	String signIn(DemoFile.Person person) throws Exception {
		return person.oauth() ? inTheBrowser(person) : withPassword(person);
	}

	private String withPassword(DemoFile.Person person) throws Exception {
		Path file = Files.createTempFile(cli.home().getParent(), "password", ".txt", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, person.password());
		cli.json("signin", person.address(), "--password-file", file.toString());
		Files.delete(file);
		return "by password";
	}

	/** The product prints the address that a browser should open; the scripted browser is the person. */
	private String inTheBrowser(DemoFile.Person person) throws Exception {
		String[] command = { "signin", person.address(), "--no-browser", "--json" };
		Process process = cli.start(command);
		String seen = "";
		try (BufferedReader lines = process.inputReader()) {
			for (String line; (line = lines.readLine()) != null;) {
				if (!line.startsWith("{")) {
					continue; // the platform, when it is traced
				}
				JsonObject event = JsonParser.parseString(line).getAsJsonObject();
				JsonElement name = event.get("event");
				if (name != null && name.getAsString().equals("open-browser")) {
					URI url = URI.create(event.get("url").getAsString());
					System.out.println("  the browser opens " + url.getScheme() + "://" + url.getAuthority() + url.getPath() + "?...");
					var end = ScriptedBrowser.of(person.address(), person.password()).signIn(url);
					seen = "browser ended with status " + end.status();
				}
			}
		}
		cli.await(process, command);
		if (process.exitValue() != 0) {
			throw new JourneyStopped("signin: exit code " + process.exitValue() + ", " + seen);
		}
		return "in the browser";
	}

	/** The account test, step by step. */
	String check(DemoFile.Person person) throws Exception {
		JsonObject report = JsonParser.parseString(cli.json("account", "check", person.address())).getAsJsonObject();
		int steps = print(report, "  ");
		if (!report.get("passed").getAsBoolean()) {
			throw new JourneyStopped("the account test of " + person.address() + " failed");
		}
		return steps + " steps passed";
	}

	private static int print(JsonObject node, String indent) {
		int count = 0;
		for (JsonElement child : node.getAsJsonArray(node.has("steps") ? "steps" : "children")) {
			JsonObject step = child.getAsJsonObject();
			System.out.println(indent + step.get("result").getAsString() + "  " + step.get("title").getAsString());
			count += 1 + print(step, indent + "  ");
		}
		return count;
	}
}
