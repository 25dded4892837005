package org.postkontor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.postkontor.it.servers.RealMail;

/** Logs of servers stay among the results of the build: they are searched for secrets there. */
public final class KeptLogs {
	private KeptLogs() {
	}

	/** @param prefix of the names, unlike those of other servers of this run */
	public static void keep(RealMail mail, String prefix) throws IOException {
		mail.logs(log -> keep(log, prefix + log.getParent().getFileName() + "-" + log.getFileName()));
	}

	public static void keep(Path log, String name) {
		try {
			Path folder = Files.createDirectories(Made.TARGET.resolve("work-logs"));
			Files.copy(log, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
