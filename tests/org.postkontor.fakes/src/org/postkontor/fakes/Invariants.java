package org.postkontor.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/**
 * What holds after every fault, whatever the fault was. I1: a mail that was accepted is in exactly one state, and its bytes
 * are there or put aside. I2: no recipient got a mail twice, and none that is called sent is missing. I3: no secret is in the
 * files of the outbox. I5: the next mail goes out without a restart. (I4 is about the thread of the window.)
 *
 * @param home    whose folder {@code outbox} is searched for secrets
 * @param outbox  as it is after the fault
 * @param witness what the servers remember
 * @param decided mails that somebody decided about: these may be there twice, or be called sent without being there
 * @param secrets that were used for signing in
 */
public record Invariants(Path home, Outbox outbox, Witness witness, Set<OutboxId> decided, List<String> secrets) {

	/** The servers' side of the truth, by Message-ID. */
	public interface Witness {
		/** The number of times that the recipient got it who got it most often. */
		int deliveries(String messageId);

		/** The number of copies in Sent. */
		default int copies(String messageId) {
			return 0;
		}
	}

	/** Everything that is wrong, in words; empty lists are what a test wants. */
	public record Verdict(List<String> lost, List<String> doubled, List<String> leaked) {
		public boolean isGood() {
			return lost.isEmpty() && doubled.isEmpty() && leaked.isEmpty();
		}

		/** @throws AssertionError if anything is wrong */
		public void assertGood(String when) {
			if (!isGood()) {
				throw new AssertionError(when + ": " + this);
			}
		}
	}

	/** I1 to I3 for mails that were accepted and not removed since. */
	public Verdict look(Collection<OutboxId> accepted) throws ProblemException, IOException {
		List<OutboxEntry> entries = outbox.entries();
		List<String> lost = new ArrayList<>();
		List<String> doubled = new ArrayList<>();
		for (OutboxId id : accepted) {
			long rows = entries.stream().filter(entry -> entry.id().equals(id)).count();
			if (rows != 1) {
				lost.add(id + " is there " + rows + " times");
			}
		}
		for (OutboxEntry entry : entries) {
			int deliveries = witness.deliveries(entry.messageId());
			boolean sent = entry.state() == MailState.SENT || entry.state() == MailState.FILED;
			if (!hasBytes(entry)) {
				lost.add(entry.id() + " has lost its bytes, " + entry.state());
			}
			if (sent && deliveries == 0 && !decided.contains(entry.id())) {
				lost.add(entry.id() + " is " + entry.state() + ", but the server never got it");
			}
			if (deliveries > 1 && !decided.contains(entry.id())) {
				doubled.add(entry.id() + " was delivered " + deliveries + " times, " + entry.state());
			}
			if (witness.copies(entry.messageId()) > 1) {
				doubled.add(entry.id() + " is in Sent " + witness.copies(entry.messageId()) + " times");
			}
		}
		return new Verdict(List.copyOf(lost), List.copyOf(doubled), leaks(entries));
	}

	/** I5: the fault is over, so a mail submitted now is sent by the next drain. */
	public void assertRecovered(AccountId account, Draft draft) throws ProblemException {
		OutboxId id = outbox.submit(account, draft, null);
		outbox.drain(Optional.empty(), null);
		MailState state = outbox.entry(id).orElseThrow().state();
		if (state != MailState.SENT && state != MailState.FILED) {
			throw new AssertionError("the mail after the fault is " + state + ", lanes " + outbox.lanes());
		}
	}

	private boolean hasBytes(OutboxEntry entry) throws IOException {
		try {
			OutgoingMessage message = outbox.message(entry.id());
			if (digest(message.content().open()).equals(message.sha256())) {
				return true;
			}
		} catch (IOException | ProblemException unreadable) {
			return isAside(entry);
		}
		return isAside(entry);
	}

	private boolean isAside(OutboxEntry entry) {
		return entry.problem().filter(problem -> problem.id().equals("outbox.damaged")).isPresent()
				|| Files.exists(home.resolve("outbox/corrupt").resolve(entry.id() + ".eml"));
	}

	private List<String> leaks(List<OutboxEntry> entries) throws IOException {
		List<String> leaked = new ArrayList<>();
		List<Path> files;
		try (var all = Files.walk(home.resolve("outbox"))) {
			files = all.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			if (holdsSecret(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
				leaked.add("a secret is in " + file.getFileName());
			}
		}
		if (holdsSecret(entries.toString())) {
			leaked.add("a secret is in what is shown");
		}
		return List.copyOf(leaked);
	}

	private boolean holdsSecret(String text) {
		return secrets.stream().anyMatch(secret -> text.contains(secret)
				|| text.contains(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
	}

	private static String digest(InputStream content) throws IOException {
		try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
