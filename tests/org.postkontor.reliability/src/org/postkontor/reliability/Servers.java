package org.postkontor.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postkontor.fakes.Invariants;
import org.postkontor.net.OfficeTrust;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.Conversation;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ReceivedMail;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;

/**
 * A submission server and the mailbox behind it, which outlive the processes that use them and count what they got. One mail
 * in four is put into Sent by the server itself, as some providers do. They tell the trigger what they see.
 */
final class Servers implements Invariants.Witness, AutoCloseable {
	private static final List<String> SMTP_EVENTS = List.of("EHLO", "AUTH", "MAIL", "RCPT", "DATA");
	private static final List<String> IMAP_EVENTS = List.of("AUTHENTICATE", "SEARCH", "APPEND", "APPENDED");

	private final TestAuthority authority = TestAuthority.create();
	private final Path trust;
	private final SmtpPeer smtp;
	private final ImapPeer imap;
	private final RandomGenerator random;
	/** Message-IDs whose 250 was sent to a living process. */
	private final Set<String> answered = ConcurrentHashMap.newKeySet();
	private volatile Trigger trigger;

	/** @param folder for the certificate */
	Servers(Path folder, RandomGenerator random) throws IOException {
		this.random = random;
		trust = authority.writeCaPem(folder.resolve("authority.pem"));
		var identity = authority.server("localhost");
		smtp = new SmtpPeer(ServerTls.implicit(identity)).account(ProductOutbox.ANNA.value(), null, ProductOutbox.TOKEN);
		imap = new ImapPeer(ServerTls.implicit(identity)).account(ProductOutbox.ANNA.value(), null, ProductOutbox.TOKEN);
		for (String event : SMTP_EVENTS) {
			smtp.faults().always(event, conversation -> seen(event));
		}
		for (String event : IMAP_EVENTS) {
			imap.faults().always(event, conversation -> seen(event));
		}
		smtp.faults().always("DOT", conversation -> saw("DOT") && !trigger.moment().taken());
		smtp.faults().always("ACCEPTED", this::accepted);
	}

	Path trust() {
		return trust;
	}

	OfficeTrust officeTrust() {
		return new OfficeTrust(List.of(authority.certificate()));
	}

	int smtpPort() {
		return smtp.port();
	}

	int imapPort() {
		return imap.port();
	}

	/** From now on events go to this trigger. */
	void arm(Trigger next) {
		trigger = next;
	}

	private boolean saw(String event) {
		Trigger armed = trigger;
		return armed != null && armed.saw(event);
	}

	/** Goes on as if nothing were planned. */
	private boolean seen(String event) {
		saw(event);
		return false;
	}

	private boolean accepted(Conversation conversation) throws IOException {
		ReceivedMail mail = smtp.latest(conversation);
		if (random.nextInt(4) == 0) {
			imap.sent().add(mail.bytes());
		}
		saw("ACCEPTED");
		Trigger armed = trigger;
		conversation.send("250 2.0.0 OK queued");
		if (armed == null || !armed.isFired()) {
			answered.add(mail.messageId());
			saw(Moment.ANSWERED);
		}
		return true;
	}

	boolean hasAnswered(String messageId) {
		return answered.contains(messageId);
	}

	@Override
	public int deliveries(String messageId) {
		return smtp.deliveries(messageId);
	}

	@Override
	public int copies(String messageId) {
		return imap.sent().count(messageId);
	}

	/** Message-IDs that are there more than once. */
	List<String> doubled() {
		Map<String, Long> copies = imap.sent().mails().stream().collect(Collectors.groupingBy(mail -> mail.header("Message-ID"), Collectors.counting()));
		return Stream.concat(smtp.duplicates().stream(), copies.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey)).toList();
	}

	@Override
	public void close() throws IOException {
		smtp.close();
		imap.close();
	}
}
