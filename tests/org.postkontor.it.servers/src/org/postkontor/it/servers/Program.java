package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that are run to their end. */
final class Program {
	private Program() {
	}

	/** What it prints. @throws IOException with that, if it fails */
	static String output(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String text = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", command) + ": exit code " + process.exitValue() + "\n" + text);
		}
		return text.strip();
	}

	static Optional<Path> find(String name) {
		return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/lib/postfix/sbin", "/usr/libexec/postfix").map(folder -> Path.of(folder, name))
				.filter(Files::isExecutable).findFirst();
	}

	/** Those of the names that are not installed. */
	static List<String> missing(String... names) {
		return Stream.of(names).filter(name -> find(name).isEmpty()).toList();
	}
}
