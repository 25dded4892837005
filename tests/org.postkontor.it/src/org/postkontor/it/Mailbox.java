package org.postkontor.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.it.servers.RealWorld;

/** What Dovecot has stored for somebody. */
record Mailbox(RealWorld world, String address, String folder) {

	static Mailbox inbox(RealWorld world, String address) {
		return new Mailbox(world, address, "INBOX");
	}

	List<Path> files() throws IOException {
		return world.mail().stored(address, folder);
	}

	List<StoredMail> mails() throws IOException {
		List<StoredMail> mails = new ArrayList<>();
		for (Path file : files()) {
			mails.add(StoredMail.read(file));
		}
		return mails;
	}

	/** How often it has the mail with this Message-ID. */
	long count(String messageId) throws IOException {
		return mails().stream().filter(mail -> mail.messageId().equals(messageId)).count();
	}
}
