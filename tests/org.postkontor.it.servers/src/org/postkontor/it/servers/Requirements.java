package org.postkontor.it.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What real mail servers need of the machine. */
public final class Requirements {
	private static final List<String> PARTS = List.of("imap", "pop3", "lmtp", "submission");

	private Requirements() {
	}

	/** Why they cannot run here; empty if they can. */
	public static Optional<String> obstacle() {
		if (!System.getProperty("os.name").equals("Linux")) {
			return Optional.of("Dovecot and Postfix are run on Linux only");
		}
		List<String> missing = Stream.concat(Program.missing("dovecot", "postfix", "setsid").stream(),
				PARTS.stream().filter(part -> !Files.isExecutable(Path.of("/usr/lib/dovecot", part))).map("dovecot "::concat)).toList();
		if (!missing.isEmpty()) {
			return Optional.of("not installed: " + String.join(", ", missing) + "; \"./test --setup\" installs them on Debian and Ubuntu as root");
		}
		return System.getProperty("user.name").equals("root") ? Optional.empty()
				: Optional.of("Dovecot and Postfix give their parts users of their own, and only root can start them so");
	}
}
