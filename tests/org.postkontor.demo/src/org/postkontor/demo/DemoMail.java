package org.postkontor.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.ServerIdentity;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.TokenValidator;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserImpl;

import jakarta.mail.MessagingException;

/** The mail server of the demo: GreenMail, its users, and a cable in front of each port that faults can be put on. */
final class DemoMail implements AutoCloseable {

	private final TlsGreenMail greenMail;
	private final Map<String, FaultProxy> cables = new LinkedHashMap<>();

	DemoMail(ServerIdentity identity) throws IOException {
		greenMail = new TlsGreenMail(identity.serverContext());
		greenMail.start();
		for (String protocol : List.of("smtps", "imaps", "pop3s")) {
			cables.put(protocol.substring(0, 4), FaultProxy.wire("127.0.0.1", greenMail.port(protocol)));
		}
	}

	/** Adds a mailbox with a Sent folder; {@code validator} replaces the password of an OAuth user. */
	void add(DemoUser user, TokenValidator validator) {
		try {
			GreenMailUser mailUser = greenMail.getUserManager().createUser(user.address(), user.address(),
					user.password());
			if (user.oauth()) {
				((UserImpl) mailUser).setTokenValidator(validator);
			}
			ImapHostManager mailboxes = greenMail.getManagers().getImapHostManager();
			mailboxes.createMailbox(mailUser, "Sent");
			mailboxes.subscribe(mailUser, "Sent");
		} catch (UserException | FolderException | com.icegreen.greenmail.imap.AuthorizationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The port to connect to; {@code lane} is {@code smtp}, {@code imap} or {@code pop3}. */
	int port(String lane) {
		return cable(lane).port();
	}

	/** @throws IllegalArgumentException for an unknown lane */
	FaultProxy cable(String lane) {
		FaultProxy cable = cables.get(lane);
		if (cable == null) {
			throw new IllegalArgumentException("lane");
		}
		return cable;
	}

	/** @throws IllegalArgumentException for an unknown user or folder */
	List<StoredMessage> messages(String address, String folder) {
		GreenMailUser user = greenMail.getUserManager().getUser(address);
		MailFolder found = user == null ? null
				: greenMail.getManagers().getImapHostManager().getFolder(user, folder);
		if (found == null) {
			throw new IllegalArgumentException("user or folder");
		}
		return found.getMessages();
	}

	void purge() {
		try {
			greenMail.purgeEmailFromAllMailboxes();
		} catch (FolderException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The message as IMAP and POP3 hand it out. */
	static byte[] bytes(StoredMessage message) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			message.getMimeMessage().writeTo(out);
			return out.toByteArray();
		} catch (IOException | MessagingException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() throws IOException {
		for (FaultProxy cable : cables.values()) {
			cable.close();
		}
		greenMail.stop();
	}
}
