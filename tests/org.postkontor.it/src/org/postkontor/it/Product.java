package org.postkontor.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.postkontor.demo.DemoFiles;
import org.postkontor.testkit.SecretLedger;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The headless product with a home of its own; each command is a process. What is known about it comes from its output. */
public final class Product {
	private static final Duration LIMIT = Duration.ofMinutes(4);
	private final Path folder;
	private final Path branding;

	/**
	 * A product with an empty home.
	 *
	 * @param folder   where it and what is handed to it goes
	 * @param branding what the world wrote for it; its authority is named there
	 */
	public Product(Path folder, Path branding) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.branding = branding;
	}

	/** Exit code, and the last line of the standard output: the result in JSON. */
	public record Answer(String command, int code, JsonObject json, String output) {
		/** @throws AssertionError if the command did not end well */
		public Answer ok() {
			return with(0);
		}

		/** @throws AssertionError for another exit code */
		public Answer with(int expected) {
			if (code != expected) {
				throw new AssertionError("exit code " + code + " instead of " + expected + "\n" + this);
			}
			return this;
		}

		/** The problem that a command ended with, or that of a mail. */
		public JsonObject error() {
			return json.getAsJsonObject("error");
		}

		/** Its id; empty if there is none. */
		public String problem() {
			return json.has("error") ? error().get("id").getAsString() : "";
		}

		/** What it tells to administrators only. */
		public String detail(String name) {
			JsonObject details = error().getAsJsonObject("details");
			return details.has(name) ? details.get(name).getAsString() : "";
		}

		@Override
		public String toString() {
			return command + "\n" + output;
		}
	}

	/** Runs a command to its end. */
	public Answer run(String... command) throws IOException, InterruptedException {
		return await(start(command));
	}

	/** A command that is running. */
	public record Running(String command, Process process, Path output) {
	}

	/** Starts a command that goes on for a while. */
	public Running start(String... command) throws IOException {
		Path output = Files.createTempFile(folder, "output", ".txt");
		Process process = builder(command).redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile())).start();
		process.getOutputStream().close();
		return new Running(String.join(" ", command), process, output);
	}

	/** Waits for its end. */
	public Answer await(Running running) throws IOException, InterruptedException {
		boolean ended = running.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
		if (!ended) {
			running.process().descendants().forEach(ProcessHandle::destroyForcibly);
			running.process().destroyForcibly().waitFor();
		}
		String text = Files.readString(running.output());
		if (!ended) {
			throw new AssertionError(running.command() + " did not end within " + LIMIT + "\n" + text);
		}
		return answer(running.command(), running.process().exitValue(), text);
	}

	private static Answer answer(String command, int code, String output) {
		List<String> lines = output.lines().toList();
		String last = lines.isEmpty() ? "{}" : lines.get(lines.size() - 1);
		return new Answer(command, code, JsonParser.parseString(last).getAsJsonObject(), output);
	}

	/** Signs in at the provider's page as {@code who}. */
	public Answer signIn(String address, String who, String password, String... more) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("signin", address, "--no-browser"));
		command.addAll(List.of(more));
		return run((event, line) -> {
			if (event.equals("open-browser")) {
				ScriptedBrowser.of(who, password).signIn(URI.create(line.get("url").getAsString()));
			}
		}, command.toArray(String[]::new));
	}

	/** Somebody who reacts to what a command tells while it runs. */
	@FunctionalInterface
	public interface Person {
		void see(String event, JsonObject line) throws Exception;
	}

	/** Runs a command to its end, with somebody who watches. */
	public Answer run(Person person, String... command) throws IOException, InterruptedException {
		String name = String.join(" ", command);
		Process process = builder(command).redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile())).start();
		process.getOutputStream().close();
		CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> watch(process, person), task -> Thread.ofVirtual().start(task));
		try {
			String text = output.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			process.waitFor();
			return answer(name, process.exitValue(), text);
		} catch (ExecutionException | TimeoutException e) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
			throw new AssertionError(name + " did not end well within " + LIMIT, e);
		}
	}

	private static String watch(Process process, Person person) {
		StringBuilder output = new StringBuilder();
		try (BufferedReader lines = process.inputReader()) {
			for (String line; (line = lines.readLine()) != null;) {
				output.append(line).append('\n');
				JsonObject event = JsonParser.parseString(line).getAsJsonObject();
				if (event.has("event")) {
					person.see(event.get("event").getAsString(), event);
				}
			}
			return output.toString();
		} catch (Exception e) {
			throw new CompletionException(e);
		}
	}

	/** A file for {@code --password-file}. */
	public Path passwordFile(String password) throws IOException {
		SecretLedger.note("app password", password);
		Path file = Files.createTempFile(folder, "password", ".txt", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		return Files.writeString(file, password);
	}

	/** Where mails and attachments for it may be put. */
	public Path folder() {
		return folder;
	}

	private ProcessBuilder builder(String... command) throws IOException {
		List<String> all = new ArrayList<>(List.of(Made.linuxProduct().resolve("postkontor-cli").toString(), "--home", folder.resolve("home").toString(),
				"--branding", branding.toString(), "--trust-ca", branding.resolveSibling(DemoFiles.CA).toString(), "--lang", "en"));
		all.addAll(List.of(command));
		all.add("--json");
		ProcessBuilder builder = new ProcessBuilder(all);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return builder;
	}
}
