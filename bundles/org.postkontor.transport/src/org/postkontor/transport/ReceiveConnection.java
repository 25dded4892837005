package org.postkontor.transport;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** An open, authenticated connection to an inbox. Not thread-safe, but {@link #abort} is. */
public interface ReceiveConnection extends AutoCloseable {
	/**
	 * What is in the inbox beyond {@code since}, oldest first, at most {@code limit}.
	 *
	 * @param since marker of an earlier call; empty for everything
	 */
	Listing list(Optional<String> since, int limit, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** Writes the bytes of a mail to {@code sink} as the server has them, without marking it as read. */
	void fetch(RemoteMail mail, OutputStream sink, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Waits until the server tells of a mail that the last {@link #list} may not have had; at once if that was told meanwhile, or
	 * if nothing was listed yet. The connection can be used afterwards.
	 *
	 * @param limit how long at most; less if the protocol wants so. A peer that is gone without a word is noticed after it
	 * @return without waiting {@link Watched#UNSUPPORTED} where the server cannot tell
	 * @throws ProblemException the connection broke; kind CANCELLED within a second after {@code monitor} was cancelled, and the
	 *                          connection is gone
	 */
	default Watched watch(Duration limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		return Watched.UNSUPPORTED;
	}

	/**
	 * Deletes mails on the server, for good, and ends the connection: over POP3 a server deletes when a session ends well, and not before
	 * (RFC 1939, 6). A mail that is gone already is no error. A uid that several mails of the mailbox have deletes none of them. The uid
	 * of a deleted mail may be given to a new one (RFC 1939, 7).
	 *
	 * @param boundary told once, just before the session is ended; not if there is nothing to delete
	 * @return true when the server has confirmed that they are deleted; false, and nothing has happened, where this protocol does not
	 *         delete. Then the connection can be used afterwards
	 * @throws ProblemException kind SERVER if the server refused to delete some. After any problem all, some or none of {@code mails}
	 *                          may be gone, and no other mail; none if the boundary was not reached
	 */
	default boolean delete(List<RemoteMail> mails, Boundary boundary, @Nullable IProgressMonitor monitor) throws ProblemException {
		return false;
	}

	/** Server, TLS version and cipher. */
	String description();

	/** Number of mails in the inbox, for the account test. */
	int count() throws ProblemException;

	/** The Sent folder, if the protocol has folders and one is found. */
	Optional<SentFolder> sentFolder() throws ProblemException;

	void abort();

	/** Says goodbye within a few seconds; never throws. */
	@Override
	void close();

	/** The moment after which mails may be gone. */
	@FunctionalInterface
	interface Boundary {
		/**
		 * Called on the thread that deletes. What it writes down must be durable when it returns; an exception prevents the deletion.
		 *
		 * @param marked what may be gone from now on: without what the server has refused to delete, or does not have
		 */
		void reached(List<RemoteMail> marked) throws ProblemException;
	}

	/** What came of {@link #watch}. */
	enum Watched {
		/** There may be something new. */
		NEWS,
		/** The time is over. */
		NOTHING,
		/** Ask again by {@link #list} now and then. */
		UNSUPPORTED
	}

	/**
	 * @param uid  id within the mailbox: IMAP UID or POP3 UIDL
	 * @param size in bytes as the server says
	 */
	record RemoteMail(String uid, long size) {
	}

	/**
	 * @param marker  opaque; give it back as {@code since}
	 * @param restart true if the mailbox was renumbered (UIDVALIDITY) or has no memory, so that the listing starts from the
	 *                beginning and must be compared by uid
	 */
	record Listing(List<RemoteMail> mails, String marker, boolean restart) {
		public Listing {
			mails = List.copyOf(mails);
		}
	}
}
