package org.postkontor.reliability.mutation;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes each mistake and sees whether its tests notice. */
public final class Mutations {
	private static final int MINUTES = 5;
	private static final String SEPARATOR = System.getProperty("path.separator");

	private final Path root;
	private final Path folder;
	private final String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

	/**
	 * @param root   of the checkout
	 * @param folder empty, for classes with mistakes
	 */
	public Mutations(Path root, Path folder) {
		this.root = root;
		this.folder = folder;
	}

	/**
	 * What is wrong with the proof; empty if the tests pass without the mistake and each fails with it.
	 *
	 * @throws IllegalStateException if the mistake does not fit the source or cannot be compiled
	 */
	public Optional<String> complaint(Mutation mutation) throws IOException, InterruptedException {
		Outcome right = run(classPath, mutation.noticed());
		if (right.code() != NamedTests.PASSED) {
			return Optional.of("without the mistake that " + mutation.name() + ": " + right);
		}
		Outcome wrong = run(compiled(mutation) + SEPARATOR + classPath, mutation.noticed());
		return wrong.code() == NamedTests.FAILED ? Optional.empty() : Optional.of("nobody notices that " + mutation.name() + ": " + wrong);
	}

	private record Outcome(int code, String said) {
	}

	private static Outcome run(String path, List<String> tests) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", path, NamedTests.class.getName()));
		command.addAll(tests);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String said = new String(process.getInputStream().readAllBytes());
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			return new Outcome(NamedTests.NOT_RUN, "no end within " + MINUTES + " minutes");
		}
		return new Outcome(process.exitValue(), said);
	}

	private Path compiled(Mutation mutation) throws IOException {
		Path classes = Files.createTempDirectory(folder, "mutant");
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		if (compiler == null) {
			throw new IllegalStateException("a JDK is needed, not only a runtime");
		}
		StringWriter errors = new StringWriter();
		List<String> options = List.of("-d", classes.toString(), "-cp", classPath, "-proc:none", "-nowarn");
		boolean good = compiler.getTask(errors, null, null, options, null, List.of(new Source(mutation.source(), mutation.applied(root)))).call();
		if (!good) {
			throw new IllegalStateException(mutation.name() + ": " + errors);
		}
		return classes;
	}

	private static final class Source extends SimpleJavaFileObject {
		private final String text;

		Source(String path, String text) {
			super(URI.create("string:///" + path.substring(path.indexOf("/src/") + 5)), JavaFileObject.Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return text;
		}
	}
}
