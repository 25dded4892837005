package org.postkontor.testkit.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.postkontor.testkit.Wait;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** A Chromium without a window; it ends, with everything it started, when this is closed. */
public final class Chromium implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
	/** Neither the network outside nor the keyring, the crash reporter or the profile of the user. */
	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--no-default-browser-check", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad",
			"--disable-dev-shm-usage", "--no-proxy-server", "--password-store=basic", "--window-size=900,700",
			"--remote-debugging-port=0");

	private final Process process;
	private final DevTools tools;

	private Chromium(Process process, DevTools tools) {
		this.process = process;
		this.tools = tools;
	}

	/** The program, if there is one on the path. */
	public static Optional<Path> installed() {
		return NAMES.stream()
				.flatMap(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
						.filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)))
				.filter(Files::isExecutable).findFirst();
	}

	/**
	 * @param profile  a folder of its own, made if absent
	 * @param language which the browser speaks and asks for, such as {@code de}
	 */
	public static Chromium start(Path program, Path profile, String language) throws IOException {
		List<String> command = new ArrayList<>(List.of(program.toString()));
		command.addAll(FLAGS);
		command.addAll(List.of("--user-data-dir=" + profile, "--lang=" + language, "--accept-lang=" + language,
				"about:blank"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("LANGUAGE", language);
		Process process = builder.start();
		try {
			return new Chromium(process, DevTools.connect(page(port(process, profile))));
		} catch (IOException | RuntimeException | AssertionError e) {
			end(process);
			throw e;
		}
	}

	/** The browser's page; there is one. */
	public BrowserPage page() throws IOException {
		return BrowserPage.of(tools);
	}

	private static int port(Process process, Path profile) throws IOException {
		Path file = profile.resolve("DevToolsActivePort");
		Wait.until("Chromium runs and listens", () -> {
			if (!process.isAlive()) {
				throw new IOException("Chromium ended with exit status " + process.exitValue());
			}
			return Files.exists(file) && Files.readAllLines(file).size() == 2;
		}, LIMIT);
		return Integer.parseInt(Files.readAllLines(file).getFirst());
	}

	private static URI page(int port) throws IOException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
					.timeout(LIMIT).build();
			String list = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
			for (JsonElement target : JsonParser.parseString(list).getAsJsonArray()) {
				if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
					return URI.create(target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString());
				}
			}
			throw new IOException("Chromium has no page");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	@Override
	public void close() {
		tools.close();
		end(process);
	}

	private static void end(Process process) {
		List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
		process.destroy();
		try {
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		family.forEach(ProcessHandle::destroyForcibly);
	}
}
