package org.postkontor.demo.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Everything that the product, its platform, its libraries and the VM can tell, switched on in the product's processes and
 * in them only: the person with the browser is another program.
 */
final class Logging {
	private final Path folder;
	private final Path tracing;
	private final Path levels;
	private final AtomicInteger processes = new AtomicInteger();

	/** @param folder where the logs go */
	Logging(Path product, Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.tracing = folder.resolve("trace.options");
		this.levels = folder.resolve("logging.properties");
		try (var out = Files.newOutputStream(tracing)) {
			traces(product).store(out, null);
		}
		Files.write(levels, List.of(".level = ALL", "handlers = java.util.logging.FileHandler", "java.util.logging.FileHandler.level = ALL",
				"java.util.logging.FileHandler.pattern = " + folder + "/java-%u.log", "java.util.logging.FileHandler.append = true",
				"java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter"));
	}

	/** Each switch of each bundle that has any; not of the framework, which would write between the product's results until the end. */
	private static Properties traces(Path product) throws IOException {
		Properties all = new Properties();
		try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
			for (Path plugin : (Iterable<Path>) plugins.filter(file -> file.toString().endsWith(".jar")).sorted()::iterator) {
				try (JarFile jar = new JarFile(plugin.toFile())) {
					ZipEntry options = jar.getEntry(".options");
					if (options != null && !plugin.getFileName().toString().startsWith("org.eclipse.osgi_")) {
						try (InputStream in = jar.getInputStream(options)) {
							all.load(in);
						}
					}
				}
			}
		}
		all.replaceAll((option, value) -> value.toString().strip().equals("false") ? "true" : value);
		return all;
	}

	/**
	 * Of the next process, whose standard error, to which the VM writes, goes to a file of its own.
	 *
	 * @param platform the platform's traces, too, which begin on the standard output before the product does
	 */
	void in(ProcessBuilder product, boolean platform) {
		List<String> options = new ArrayList<>(List.of(option("java.util.logging.config.file", levels.toString()), option("eclipse.consoleLog", "true"),
				option("eclipse.log.level", "ALL"), option("jdk.httpclient.HttpClient.log", "all"), option("jdk.internal.httpclient.debug", "true"),
				option("javax.net.debug", "record:plaintext"), option("mail.debug", "true"), option("mail.debug.auth", "true"), option("mail.debug.auth.username", "true"),
				option("mail.debug.auth.password", "true"), option("mail.imap.debug", "true"), option("mail.socket.debug", "true")));
		if (platform) {
			options.add(option("osgi.debug", tracing.toString()));
		}
		product.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
		product.redirectError(folder.resolve("process-" + processes.incrementAndGet() + ".log").toFile());
	}

	private static String option(String name, String value) {
		return "\"-D" + name + "=" + value + "\"";
	}
}
