package org.postkontor.transport.internal.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SentFolder;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.GuardedEndpoint;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.imap.CappedBuffer.TooLarge;

/** The inbox over one IMAP connection. */
final class ImapConnection implements ReceiveConnection {
	private static final String INBOX = "INBOX";
	/** Few round trips for large mails, little memory: the library's 16 KiB cost 320 round trips for 5 MB. */
	private static final int PIECE = 1 << 20;

	private final ImapMailbox mailbox;
	private final GuardedEndpoint guarded;
	private final ImapDeadlines deadlines;
	private final EndpointProblems problems;
	private boolean closed;

	ImapConnection(ImapMailbox mailbox, GuardedEndpoint guarded, ImapDeadlines deadlines) {
		this.mailbox = mailbox;
		this.guarded = guarded;
		this.deadlines = deadlines;
		this.problems = guarded.problems();
	}

	/** Work on the connection, with failures turned into problems. */
	@FunctionalInterface
	private interface Work<T> {
		T run() throws ProtocolException, IOException, ProblemException;
	}

	private <T> T working(@Nullable IProgressMonitor monitor, Work<T> work) throws ProblemException {
		if (closed) {
			throw new ProblemException(problems.lost());
		}
		try (Watchdog.Watch watch = guarded.watchdog().watch(monitor)) {
			return work.run();
		} catch (ProtocolException | IOException | TooLarge e) {
			if (e instanceof TooLarge) {
				// Nobody knows where the next response begins.
				guarded.sockets().guard().abort();
			}
			throw ImapFailure.exception(problems, e);
		}
	}

	@Override
	public Listing list(Optional<String> since, int limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		return working(monitor, () -> {
			MailboxInfo info = mailbox.examine(INBOX);
			ImapMarker before = ImapMarker.parse(since.orElse(""));
			boolean remembered = before.validity() == info.uidvalidity && info.uidvalidity > 0 && !info.uidNotSticky;
			long from = remembered ? before.lastUid() + 1 : 1;
			List<Long> uids = info.total == 0 ? List.of() : mailbox.uidsFrom(from).stream().limit(limit).toList();
			List<RemoteMail> mails = mailbox.sizes(uids);
			long last = uids.isEmpty() ? from - 1 : uids.get(uids.size() - 1);
			ImapMarker after = new ImapMarker(Math.max(0, info.uidvalidity), last);
			return new Listing(ascending(mails), after.toString(), since.isPresent() && !remembered);
		});
	}

	private static List<RemoteMail> ascending(List<RemoteMail> mails) {
		return mails.stream().sorted(java.util.Comparator.comparingLong(mail -> Long.parseLong(mail.uid()))).toList();
	}

	@Override
	public void fetch(RemoteMail mail, OutputStream sink, @Nullable IProgressMonitor monitor) throws ProblemException {
		if (!mail.uid().matches("\\d{1,10}")) {
			throw new ProblemException(gone());
		}
		working(monitor, () -> {
			mailbox.ensure(INBOX);
			long at = 0;
			int got = PIECE;
			while (got >= PIECE) {
				Optional<byte[]> piece = mailbox.body(mail.uid(), "[]<" + at + "." + PIECE + ">");
				if (piece.isEmpty() && at == 0) {
					throw new ProblemException(gone());
				}
				got = piece.isPresent() ? piece.get().length : 0;
				if (got > PIECE) {
					throw new ProblemException(problems.odd("a larger piece than asked for"));
				}
				write(sink, piece.orElse(new byte[0]));
				at += got;
			}
			return at;
		});
	}

	@Override
	public Watched watch(Duration limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		return working(monitor, () -> {
			if (!mailbox.protocol().hasCapability("IDLE")) {
				return Watched.UNSUPPORTED;
			}
			return mailbox.ensure(INBOX) || mailbox.protocol().hasNews() ? Watched.NEWS
					: new ImapIdle(mailbox.protocol(), guarded, deadlines.command()).run(deadlines.idle(limit));
		});
	}

	private org.postkontor.problem.Problem gone() {
		return problems.of("transport.gone", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE);
	}

	private void write(OutputStream sink, byte[] piece) throws ProblemException {
		try {
			sink.write(piece);
		} catch (IOException e) {
			throw new ProblemException(problems.of("transport.sink", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE), e);
		}
	}

	@Override
	public String description() {
		return guarded.description();
	}

	@Override
	public int count() throws ProblemException {
		return working(null, () -> Math.max(0, mailbox.examine(INBOX).total));
	}

	@Override
	public Optional<SentFolder> sentFolder() throws ProblemException {
		return working(null, () -> new SentFolderSearch(mailbox).find()
				.map(name -> new ImapSentFolder(name, mailbox, work -> working(null, work::run))));
	}

	@Override
	public void abort() {
		guarded.watchdog().abort();
	}

	@Override
	public void close() {
		if (!closed && !problems.isOurs()) {
			// The library waits for the answer; the watchdog ends that after a few seconds.
			mailbox.protocol().command("LOGOUT", null);
		}
		closed = true;
		guarded.sockets().guard().abort();
	}
}
