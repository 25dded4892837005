package org.postkontor.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;

/**
 * The transmission log ("Sendeprotokoll"): what happened to each mail, when, at which server, and what that answered. It
 * outlives the mail: what has left the outbox is kept for {@link #keep()} after the last entry. It holds addresses and
 * subjects, but no content of mails and no secrets. OSGi service, thread-safe; methods block for disk access and throw
 * problems of kind STORAGE.
 */
public interface TransmissionLog {
	/** How long entries are kept unless somebody decides otherwise. */
	Duration STANDARD = Duration.ofDays(180);

	/** What is known about a mail; empty if there never was one, or if its time is over. */
	Optional<Transmission> find(OutboxId id) throws ProblemException;

	/**
	 * Mails that were submitted in an interval, oldest first, those that have left the outbox among them.
	 *
	 * @param from the first moment
	 * @param to   the first moment that is too late
	 */
	List<OutboxId> mails(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) throws ProblemException;

	/**
	 * Writes a page for people, in German for a German locale, else in English: one file in UTF-8 that needs no other and
	 * prints well. Mails that are not known are left out. The stream is flushed, not closed; memory does not grow with the
	 * number of mails.
	 *
	 * @throws IOException of the stream
	 */
	void writeHtml(List<OutboxId> mails, Locale locale, OutputStream out) throws ProblemException, IOException;

	/** Writes the same for programs, as JSON; the format is described in {@code docs/transmission-log.md}. As {@link #writeHtml}. */
	void writeJson(List<OutboxId> mails, OutputStream out) throws ProblemException, IOException;

	/** How long the log of a mail that has left the outbox is kept after its last entry. */
	Duration keep() throws ProblemException;

	/**
	 * Changes how long; from the next drain on. Mails that are still in the outbox are never touched.
	 *
	 * @throws ProblemException kind INPUT, {@code outbox.keep}, if it is less than a day or more than a hundred years
	 */
	void setKeep(Duration keep) throws ProblemException;
}
