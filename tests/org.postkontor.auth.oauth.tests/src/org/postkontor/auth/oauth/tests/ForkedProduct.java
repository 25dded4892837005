package org.postkontor.auth.oauth.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other end of a {@link RefreshingProcess}. */
final class ForkedProduct implements AutoCloseable {
	private final Process process;
	private final Writer questions;
	private final BufferedReader answers;

	/**
	 * @param arguments of the process
	 * @param options   of its VM
	 */
	ForkedProduct(List<String> arguments, String... options) throws Exception {
		this(command(arguments, options));
	}

	private ForkedProduct(List<String> command) throws IOException {
		process = new ProcessBuilder(command).redirectErrorStream(true).start();
		questions = process.outputWriter();
		answers = process.inputReader();
	}

	/** One that can write no file longer than so many bytes, until {@link #room}: to its writers the disk is full. */
	static ForkedProduct onAFullDisk(int bytes, List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("prlimit", "--fsize=" + bytes + ":"));
		command.addAll(command(arguments, "-XX:-UsePerfData"));
		return new ForkedProduct(command);
	}

	/** Now there is room. */
	void room() throws IOException, InterruptedException {
		Process limits = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited").inheritIO().start();
		if (limits.waitFor() != 0) {
			throw new IOException("the limit of the process could not be lifted");
		}
	}

	private static List<String> command(List<String> arguments, String... options) throws ClassNotFoundException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", classPath(), RefreshingProcess.class.getName()));
		command.addAll(arguments);
		return command;
	}

	void signOut() throws IOException {
		questions.write("out\n");
		questions.flush();
	}

	void ask(Instant now) throws IOException {
		questions.write(now.toEpochMilli() + "\n");
		questions.flush();
	}

	String answer() throws IOException {
		for (String line; (line = answers.readLine()) != null;) {
			if (line.startsWith("[")) {
				return line;
			}
			System.out.println(line);
		}
		return "failed: ended";
	}

	/** How it ended; it must end soon. */
	int status() throws InterruptedException {
		if (!process.waitFor(30, TimeUnit.SECONDS)) {
			throw new AssertionError("still runs");
		}
		return process.exitValue();
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}

	/** What the other product needs, as a plain class path, whether this one runs OSGi or not. */
	private static String classPath() throws ClassNotFoundException {
		ClassLoader nimbus = com.nimbusds.oauth2.sdk.Scope.class.getClassLoader();
		Stream<Class<?>> own = Stream.of(RefreshingProcess.class, org.postkontor.auth.oauth.internal.OidcProviderFactory.class,
				org.postkontor.auth.Credential.class, org.postkontor.net.HttpService.class, org.postkontor.account.Account.class,
				org.postkontor.problem.Problem.class, Class.forName("org.postkontor.store.CrashPoint", false, org.postkontor.auth.Credential.class.getClassLoader()),
				org.postkontor.testkit.FakeClock.class, com.google.gson.Gson.class, org.slf4j.Logger.class, org.eclipse.core.runtime.IProgressMonitor.class,
				com.nimbusds.oauth2.sdk.Scope.class, com.nimbusds.jose.JWSObject.class);
		List<Class<?>> more = new ArrayList<>();
		for (String name : List.of("com.nimbusds.common.contenttype.ContentType", "com.nimbusds.langtag.LangTag", "net.minidev.json.JSONObject")) {
			more.add(Class.forName(name, false, nimbus));
		}
		more.add(Class.forName("net.minidev.asm.BeansAccess", false, more.getLast().getClassLoader()));
		return Stream.concat(own, more.stream()).map(ForkedProduct::location).distinct().map(Path::toString)
				.collect(Collectors.joining(java.io.File.pathSeparator));
	}

	/** A bundle that is used from its project says where the project is, not where the classes are. */
	private static Path location(Class<?> type) {
		String location = type.getProtectionDomain().getCodeSource().getLocation().toString().replaceFirst("^reference:", "");
		Path base = Path.of(URI.create(location.replace(" ", "%20")));
		String classFile = type.getName().replace('.', '/') + ".class";
		return Stream.of(base, base.resolve("target/classes"), base.resolve("bin"))
				.filter(place -> !Files.isDirectory(base) || Files.exists(place.resolve(classFile))).findFirst().orElse(base);
	}
}
