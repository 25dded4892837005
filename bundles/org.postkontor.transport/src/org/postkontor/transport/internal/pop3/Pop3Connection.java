package org.postkontor.transport.internal.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

/** A maildrop. It stands still while the connection lasts (RFC 1939, 3), so its list is asked for once. */
final class Pop3Connection implements ReceiveConnection {
	private final Pop3Dialogue dialogue;
	private final GuardedEndpoint guarded;
	private final EndpointProblems problems;
	private final Pop3Deadlines deadlines;
	private final Map<String, Integer> numbers = new HashMap<>();
	/** RFC 1939, 7: two equal mails may have the same. */
	private final Set<String> ambiguous = new HashSet<>();
	private @Nullable Pop3Listing listing;
	private boolean closed;

	Pop3Connection(Pop3Dialogue dialogue, GuardedEndpoint guarded, Pop3Deadlines deadlines) {
		this.dialogue = dialogue;
		this.guarded = guarded;
		this.problems = guarded.problems();
		this.deadlines = deadlines;
	}

	/** Work on the connection, with failures turned into problems. */
	@FunctionalInterface
	private interface Work<T> {
		T run() throws IOException, ProblemException;
	}

	private <T> T working(@Nullable IProgressMonitor monitor, Work<T> work) throws ProblemException {
		if (closed) {
			throw new ProblemException(problems.lost());
		}
		try (Watchdog.Watch watch = guarded.watchdog().watch(monitor)) {
			return work.run();
		} catch (IOException e) {
			closed = true;
			guarded.sockets().guard().abort();
			throw e instanceof Pop3MailSink.SinkException
					? new ProblemException(problems.of("transport.sink", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE), e)
					: problems.exception(e);
		}
	}

	@Override
	public Listing list(Optional<String> since, int limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		return working(monitor, () -> listing().since(since, limit));
	}

	private Pop3Listing listing() throws IOException, ProblemException {
		Pop3Listing known = listing;
		if (known != null) {
			return known;
		}
		Map<String, String> sizes = table("LIST");
		List<RemoteMail> mails = new ArrayList<>();
		for (Map.Entry<String, String> uidl : table("UIDL").entrySet()) {
			mails.add(new RemoteMail(uidl.getValue(), size(sizes.getOrDefault(uidl.getKey(), ""))));
			if (numbers.putIfAbsent(uidl.getValue(), Integer.valueOf(uidl.getKey())) != null) {
				ambiguous.add(uidl.getValue());
			}
		}
		Pop3Listing fresh = new Pop3Listing(List.copyOf(mails));
		listing = fresh;
		return fresh;
	}

	private static long size(String text) {
		return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
	}

	/** Number and value of each line, in the server's order. */
	private Map<String, String> table(String command) throws IOException, ProblemException {
		Pop3Reply reply = dialogue.command(command);
		if (!reply.isOk()) {
			throw new ProblemException(
					problems.of("transport.no-uidl", ProblemKind.CONFIGURATION, Fixer.PROVIDER, Remedy.EDIT_ACCOUNT).detail("reply", reply.text()));
		}
		Map<String, String> table = new LinkedHashMap<>();
		for (String line : dialogue.lines()) {
			String[] words = line.strip().split(" +");
			if (words.length > 1 && words[0].matches("\\d{1,9}")) {
				table.put(words[0], words[1]);
			}
		}
		return table;
	}

	@Override
	public void fetch(RemoteMail mail, OutputStream sink, @Nullable IProgressMonitor monitor) throws ProblemException {
		working(monitor, () -> {
			listing();
			Integer number = numbers.get(mail.uid());
			if (number == null || !dialogue.command("RETR " + number).isOk()) {
				throw new ProblemException(problems.of("transport.gone", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE));
			}
			dialogue.mail(new Pop3MailSink(sink));
			return number;
		});
	}

	@Override
	public boolean delete(List<RemoteMail> mails, Boundary boundary, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			return working(monitor, () -> {
				listing();
				Map<Integer, RemoteMail> there = new LinkedHashMap<>();
				for (RemoteMail mail : mails) {
					Integer number = numbers.get(mail.uid());
					if (number != null && !ambiguous.contains(mail.uid())) {
						there.put(number, mail);
					}
				}
				new Pop3Deletion(dialogue, problems, deadlines.command()).run(there, boundary);
				return true;
			});
		} finally {
			// Never a farewell after a failure: it would delete what was marked.
			closed = true;
			guarded.sockets().guard().abort();
		}
	}

	@Override
	public String description() {
		return guarded.description();
	}

	@Override
	public int count() throws ProblemException {
		return working(null, () -> {
			Pop3Reply reply = dialogue.command("STAT");
			String[] words = reply.text().split(" ");
			if (!reply.isOk() || !words[0].matches("\\d{1,9}")) {
				throw new ProblemException(problems.odd(reply.text()));
			}
			return Integer.parseInt(words[0]);
		});
	}

	/** POP3 has no folders. */
	@Override
	public Optional<SentFolder> sentFolder() {
		return Optional.empty();
	}

	@Override
	public void abort() {
		guarded.watchdog().abort();
	}

	@Override
	public void close() {
		if (!closed && !problems.isOurs()) {
			try {
				dialogue.command("QUIT", deadlines.farewell());
			} catch (IOException e) {
				guarded.sockets().guard().abort();
			}
		}
		closed = true;
		guarded.sockets().guard().abort();
	}
}
