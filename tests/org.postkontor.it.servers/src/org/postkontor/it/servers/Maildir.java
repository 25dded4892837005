package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A folder of mails as Dovecot stores it: {@code new} and {@code cur}, one file a mail; others than the inbox begin with a dot. */
record Maildir(Path home, String mailbox) {

	/** Oldest first: the names begin with the time. */
	List<Path> files() throws IOException {
		Path folder = mailbox.equals("INBOX") ? home : home.resolve("." + mailbox);
		List<Path> all = new ArrayList<>();
		for (String part : List.of("cur", "new")) {
			if (Files.isDirectory(folder.resolve(part))) {
				try (var files = Files.list(folder.resolve(part))) {
					all.addAll(files.toList());
				}
			}
		}
		all.sort(Comparator.comparing(file -> file.getFileName().toString()));
		return all;
	}
}
