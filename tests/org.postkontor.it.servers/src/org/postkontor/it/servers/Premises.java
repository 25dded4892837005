package org.postkontor.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A folder and the servers that live in it, on Linux. A watchdog, a small process beside this virtual machine, ends the servers and
 * deletes the folder on {@link #close()}, and also when the virtual machine is killed: it waits at a pipe that ends with either.
 * Should the watchdog itself be killed, the next {@link #open()} cleans up by the process numbers recorded here, which it takes for
 * ours only if the time of the start fits, too.
 * <p>
 * The folder is not in the folder for temporary files that Java is told: servers with users of their own must be able to enter it,
 * and sockets want short names. It can be entered by everybody and listed by its owner only.
 */
public final class Premises implements AutoCloseable {
	private static final Path PARENT = Path.of("/tmp");
	private static final String PREFIX = "postkontor-servers-";
	private static final String OWNER = "owner";
	private static final int LIMIT_SECONDS = 30;
	/** Notes itself before it becomes the server: there is no moment in which the server runs and nobody knows. */
	private static final String RECORD = "echo \"$$ $(sed 's/^.*) //' /proc/$$/stat | cut -d' ' -f20)\" > \"$0\" || exit 70; exec \"$@\"";

	private final Path folder;
	private final Process watchdog;

	private Premises(Path folder, Process watchdog) {
		this.folder = folder;
		this.watchdog = watchdog;
	}

	/** Makes a folder, and ends what earlier owners that are gone have left. */
	public static Premises open() throws IOException, InterruptedException {
		cleanUp();
		Path folder = Files.createTempDirectory(PARENT, PREFIX);
		Set<PosixFilePermission> enter = PosixFilePermissions.fromString("rwx--x--x");
		Files.setPosixFilePermissions(folder, enter);
		Files.writeString(folder.resolve(OWNER), ProcessStart.of(ProcessHandle.current().pid()).toString());
		Files.createDirectory(folder.resolve("pids"));
		Files.setPosixFilePermissions(Files.createDirectory(folder.resolve("log")), enter);
		Path script = folder.resolve("watchdog.sh");
		try (InputStream text = Premises.class.getResourceAsStream("watchdog.sh")) {
			Files.copy(text, script);
		}
		return new Premises(folder, watch(script, folder));
	}

	private static Process watch(Path script, Path folder) throws IOException {
		return new ProcessBuilder("setsid", "sh", script.toString(), folder.toString()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
	}

	/** What is left of owners that are gone: their servers end, their folders go. */
	private static void cleanUp() throws IOException, InterruptedException {
		List<Process> cleaners = new ArrayList<>();
		String user = System.getProperty("user.name");
		try (var folders = Files.newDirectoryStream(PARENT, PREFIX + "*")) {
			for (Path folder : folders) {
				Path owner = folder.resolve(OWNER);
				if (Files.isDirectory(folder) && Files.getOwner(folder).getName().equals(user) && Files.isReadable(owner)
						&& !ProcessStart.parse(Files.readString(owner)).runs()) {
					Process cleaner = watch(folder.resolve("watchdog.sh"), folder);
					cleaner.getOutputStream().close();
					cleaners.add(cleaner);
				}
			}
		}
		for (Process cleaner : cleaners) {
			await(cleaner);
		}
	}

	/** Where the servers keep everything; goes with them. */
	public Path folder() {
		return folder;
	}

	/**
	 * Starts a server that stays in the foreground.
	 *
	 * @param name of its log and record; one that ended may be started again by the same name
	 */
	public ServerProcess start(String name, ProcessBuilder server) throws IOException {
		List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", RECORD, folder.resolve("pids").resolve(name).toString()));
		command.addAll(server.command());
		Path log = folder.resolve("log").resolve(name + ".out");
		Process process = server.command(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
		process.getOutputStream().close();
		return new ServerProcess(process, log);
	}

	/** Ends all servers and deletes the folder. */
	@Override
	public void close() throws IOException {
		watchdog.getOutputStream().close();
		try {
			await(watchdog);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(Process watchdog) throws IOException, InterruptedException {
		if (!watchdog.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
			throw new IOException("The watchdog of the servers did not end within " + LIMIT_SECONDS + " seconds");
		}
	}
}
