package org.postkontor.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.sqlite.util.LibraryLoaderUtil;

/**
 * How the processes are started that are killed: quickly, with an archive of their classes, and without unpacking the library
 * of SQLite each time, which a killed process would leave behind.
 */
final class VictimRuntime {
	private final Path folder;
	private final Path library;
	private final String classPath;
	private boolean archived;

	/** @param folder of its own, for the archive and the library */
	VictimRuntime(Path folder) throws IOException {
		this.folder = folder;
		library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
		String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
		try (InputStream in = org.sqlite.JDBC.class.getResourceAsStream(resource)) {
			Files.copy(in, library);
		}
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		// Folders, such as that of the tests, would forbid the archive.
		classPath = Arrays.stream(all.split(System.getProperty("path.separator"))).filter(entry -> entry.endsWith(".jar"))
				.collect(Collectors.joining(System.getProperty("path.separator")));
	}

	/** Makes the archive from one short life that ends by itself. */
	void archive(Servers servers, Path home) throws IOException, InterruptedException {
		List<String> command = command(servers, home, 0, 2);
		command.add(1, "-XX:ArchiveClassesAtExit=" + archiveFile());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IllegalStateException("the first life failed: " + said);
		}
		archived = Files.exists(archiveFile());
	}

	boolean isArchived() {
		return archived;
	}

	Process start(Servers servers, Path home, long seed) throws IOException {
		List<String> command = command(servers, home, seed, 0);
		if (archived) {
			command.add(1, "-XX:SharedArchiveFile=" + archiveFile());
		}
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private Path archiveFile() {
		return folder.resolve("victim.jsa");
	}

	private List<String> command(Servers servers, Path home, long seed, int rounds) {
		return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=off", "-Xmx128m", "-Dorg.sqlite.lib.path=" + folder,
				"-Dorg.sqlite.lib.name=" + library.getFileName(), "-cp", classPath, Victim.class.getName(), home.toString(), servers.trust().toString(),
				Integer.toString(servers.smtpPort()), Integer.toString(servers.imapPort()), Long.toString(seed), Integer.toString(rounds)));
	}
}
