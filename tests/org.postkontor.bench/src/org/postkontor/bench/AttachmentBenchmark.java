package org.postkontor.bench;

import java.nio.file.Path;
import java.time.Duration;

import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;

/** A large attachment there and back in a small heap; the servers live in this process, the product in another. */
final class AttachmentBenchmark implements Benchmark {
	private static final int MEGABYTES = 100;
	private static final int HEAP = 64;
	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Override
	public String name() {
		return "attachment";
	}

	@Override
	public String run(Options options) throws Exception {
		ServerIdentity identity = Cable.authority().server("localhost");
		try (TemporaryFolder folder = TemporaryFolder.in(options);
				SmtpPeer smtp = new SmtpPeer(ServerTls.implicit(identity)).account(Office.USER, Office.PASSWORD, null).capabilities("8BITMIME", "SIZE 200000000", "AUTH PLAIN");
				ImapPeer imap = new ImapPeer(ServerTls.implicit(identity)).account(Office.USER, Office.PASSWORD, null)) {
			Path attachment = Corpus.attachment(folder.path(), MEGABYTES);
			Path authority = Cable.authority().writeCaPem(folder.path().resolve("ca.pem"));
			try (Forked product = new Forked(new ProcessBuilder(Forked.java(), "-Xmx" + HEAP + "m", "--enable-native-access=ALL-UNNAMED", "-cp",
					System.getProperty("java.class.path"), AttachmentChild.class.getName(), folder.path().resolve("home").toString(), attachment.toString(),
					authority.toString(), String.valueOf(smtp.port()), String.valueOf(imap.port())))) {
				product.await(AttachmentChild.SENT, LIMIT);
				imap.inbox().add(smtp.mails().get(0).bytes());
				smtp.forgetMails();
				product.say("receive");
				String[] numbers = product.await(AttachmentChild.DONE, LIMIT).split(" ");
				return MEGABYTES + " MB (" + numbers[4] + " MB as a mail), one run, a heap of " + HEAP + " MB; received byte for byte as composed.\n\n"
						+ new Table("step", "s").row("compose and accept durably", numbers[0]).row("send", numbers[1]).row("receive and compare", numbers[2])
						+ "\nPeak heap: " + numbers[3] + " MB (sum of the peaks of all heap pools, garbage included).\n";
			}
		}
	}
}
