package org.postkontor.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.net.OfficeTrust;
import org.postkontor.outbox.OutboxId;

/** The product's part of {@link AttachmentBenchmark}, alone in its heap: home, attachment, CA, SMTP port, IMAP port. */
final class AttachmentChild {
	static final String SENT = "SENT";
	static final String DONE = "DONE";

	private AttachmentChild() {
	}

	public static void main(String[] arguments) throws Exception {
		Path home = Path.of(arguments[0]);
		Path attachment = Path.of(arguments[1]);
		List<Endpoint> smtp = Office.smtp(Integer.parseInt(arguments[3]));
		List<Endpoint> imap = List.of(Office.endpoint(Protocol.IMAP, Integer.parseInt(arguments[4])));
		java.nio.file.Files.createDirectories(home);
		try (Office office = new Office(OfficeTrust.read(Path.of(arguments[2]))); TestOutbox outbox = new TestOutbox(home, smtp, office);
				SqliteInbox inbox = new SqliteInbox(new Home(home, true), OneAccount.of(imap), new OnePassword(), List.of(office.receiver()),
						new TolerantMessageReader(), Clock.systemUTC())) {
			long start = System.nanoTime();
			OutboxId id = outbox.submit(Corpus.draft(Office.recipients(1), List.of(attachment)));
			double submitted = Rounds.seconds(start);
			start = System.nanoTime();
			outbox.drain(1);
			double sent = Rounds.seconds(start);
			System.out.println(SENT);
			System.in.read();
			start = System.nanoTime();
			inbox.sync(OneAccount.ID, null);
			InboxEntry received = inbox.entries(Optional.empty()).get(0);
			if (!digest(inbox.content(received.id()).open()).equals(outbox.sha256(id))) {
				throw new IllegalStateException("what came back is not what was sent");
			}
			double back = Rounds.seconds(start);
			System.out.println(DONE + " " + Spread.number(submitted, 1) + " " + Spread.number(sent, 1) + " " + Spread.number(back, 1) + " "
					+ Spread.number(Memory.peak() / 1e6, 0) + " " + Spread.number(received.size() / 1e6, 0));
		}
	}

	private static String digest(InputStream content) throws Exception {
		try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		}
	}
}
