package org.postkontor.inbox.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Watched;
import org.postkontor.transport.SentFolder;

/** An IMAP mailbox in memory; its marker is "validity:last uid". */
final class FakeMailbox implements MailReceiver {
	final Map<Long, byte[]> mails = new LinkedHashMap<>();
	final Queue<Problem> connectFailures = new ConcurrentLinkedQueue<>();
	final Map<Long, Problem> fetchFailures = new LinkedHashMap<>();
	final List<Long> fetched = new CopyOnWriteArrayList<>();
	Runnable duringFetch = () -> {
	};
	WatchStep duringWatch = () -> Watched.UNSUPPORTED;
	int connections;
	int open;
	int validity = 1;
	private long nextUid = 1;

	/** What comes of a watch. */
	@FunctionalInterface
	interface WatchStep {
		Watched end() throws ProblemException;
	}

	static Problem problem(ProblemKind kind) {
		return Problem.of("test." + kind.name().toLowerCase(), kind, Fixer.TIME, Remedy.NONE).detail("reply", "test");
	}

	long deliver(String subject) {
		mails.put(nextUid, ("Message-ID: <m" + nextUid + "@example.test>\r\nFrom: b@example.test\r\nTo: a@example.test\r\nSubject: " + subject
				+ "\r\nDate: Mon, 2 Nov 2026 07:00:00 +0000\r\n\r\nbody of " + subject + "\r\n").getBytes(StandardCharsets.UTF_8));
		return nextUid++;
	}

	/** All mails get new uids, in the opposite order, starting where old ones were. */
	void renumber() {
		List<byte[]> all = new ArrayList<>(mails.values());
		mails.clear();
		validity++;
		nextUid = 1;
		for (byte[] mail : all.reversed()) {
			mails.put(nextUid++, mail);
		}
	}

	@Override
	public Protocol protocol() {
		return Protocol.IMAP;
	}

	@Override
	public ReceiveConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
		Problem failure = connectFailures.poll();
		if (failure != null) {
			throw new ProblemException(failure);
		}
		connections++;
		open++;
		return new Connection();
	}

	private final class Connection implements ReceiveConnection {
		@Override
		public Listing list(Optional<String> since, int limit, IProgressMonitor monitor) {
			boolean remembered = since.isPresent() && since.get().startsWith(validity + ":");
			long after = remembered ? Long.parseLong(since.get().substring(since.get().indexOf(':') + 1)) : 0;
			List<RemoteMail> found = mails.entrySet().stream().filter(m -> m.getKey() > after).limit(limit)
					.map(m -> new RemoteMail(String.valueOf(m.getKey()), m.getValue().length)).toList();
			String last = found.isEmpty() ? String.valueOf(after) : found.get(found.size() - 1).uid();
			return new Listing(found, validity + ":" + last, since.isPresent() && !remembered);
		}

		@Override
		public void fetch(RemoteMail mail, OutputStream sink, IProgressMonitor monitor) throws ProblemException {
			long uid = Long.parseLong(mail.uid());
			fetched.add(uid);
			duringFetch.run();
			Problem failure = fetchFailures.remove(uid);
			try {
				if (failure != null) {
					sink.write("half".getBytes(StandardCharsets.UTF_8));
					sink.flush();
					throw new ProblemException(failure);
				}
				sink.write(mails.get(uid));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public Watched watch(Duration limit, IProgressMonitor monitor) throws ProblemException {
			return duringWatch.end();
		}

		@Override
		public String description() {
			return "fake";
		}

		@Override
		public int count() {
			return mails.size();
		}

		@Override
		public Optional<SentFolder> sentFolder() {
			return Optional.empty();
		}

		@Override
		public void abort() {
		}

		@Override
		public void close() {
			open--;
		}
	}
}
