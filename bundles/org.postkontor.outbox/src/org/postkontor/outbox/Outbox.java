package org.postkontor.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.ProblemException;

/**
 * The outbox of this user. OSGi service, thread-safe. Methods block for disk access (a few milliseconds each),
 * {@link #drain} for the network; none may be called on the user interface's thread.
 */
public interface Outbox {
	/**
	 * Accepts a mail: copies its bytes into the spool. Returns after everything is forced to disk.
	 *
	 * @throws ProblemException kind STORAGE (disk full, newer format, network home), MESSAGE, or INPUT (a deadline that has
	 *                          passed); nothing was accepted then
	 */
	OutboxId submit(AccountId account, OutgoingMessage message, SendOptions options) throws ProblemException;

	/** As soon as possible. */
	default OutboxId submit(AccountId account, OutgoingMessage message) throws ProblemException {
		return submit(account, message, SendOptions.NOW);
	}

	/** Freezes a draft straight into the spool and accepts it; errors as {@link #submit(AccountId, OutgoingMessage, SendOptions)}. */
	OutboxId submit(AccountId account, Draft draft, SendOptions options, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** As soon as possible. */
	default OutboxId submit(AccountId account, Draft draft, @Nullable IProgressMonitor monitor) throws ProblemException {
		return submit(account, draft, SendOptions.NOW, monitor);
	}

	/** Accepts all mails or none, in this order, and forces their names and rows to disk together. Errors as for one. */
	List<OutboxId> submitAll(AccountId account, List<OutgoingMessage> messages, SendOptions options) throws ProblemException;

	/**
	 * Freezes drafts straight into the spool and accepts all or none, in this order: the parts of a letter or a file that only
	 * make sense together, see {@link org.postkontor.message.SplitDraft}. Errors as for one.
	 */
	List<OutboxId> submitDrafts(AccountId account, List<Draft> drafts, SendOptions options, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * The largest mail that the account's server takes, in bytes of the frozen mail, as it said when a mail was last sent or
	 * the account last tested (RFC 1870). Empty as long as neither happened with this server, or if it names no limit.
	 */
	OptionalLong sizeLimit(AccountId account) throws ProblemException;

	/**
	 * Accepts the edited version of a mail and takes the old one away, both or none. The new one has a new id, Message-ID and Date.
	 *
	 * @throws ProblemException as for a submit; kind INPUT, {@code outbox.too-late} if the old one is being handed over or
	 *                          was sent, {@code outbox.partly-delivered} if some recipients have it already
	 */
	OutboxId replace(OutboxId id, Draft draft, SendOptions options, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * All mails that are not removed, oldest first, as they are at one moment. Immutable and shared: the same list as long as
	 * nothing has changed, and in a new one the same entries for mails that have not changed. Only what has changed is read, so
	 * asking after each change is fine.
	 */
	List<OutboxEntry> entries() throws ProblemException;

	Optional<OutboxEntry> entry(OutboxId id) throws ProblemException;

	/** The frozen bytes of a mail. */
	OutgoingMessage message(OutboxId id) throws ProblemException;

	List<Lane> lanes() throws ProblemException;

	/** What this process is sending right now. Does not block. */
	List<Sending> sending();

	/**
	 * When waiting mails are expected to be handed over: after those before them on their lane, within what their provider
	 * allows. Mails of a lane that only a person can wake are missing. An estimate, never a promise.
	 */
	Map<OutboxId, Instant> expected() throws ProblemException;

	/** Stops a mail before it is handed over; false if it is too late. */
	boolean hold(OutboxId id) throws ProblemException;

	/**
	 * The same so that the mail can be edited. It says so until {@link #replace} or {@link #release}, also after the program
	 * ended in between: it never goes out by itself, and whoever sees it knows why it stands there.
	 */
	boolean holdForEditing(OutboxId id) throws ProblemException;

	/** Lets a held or rejected mail go again, at its time if that is still to come. A mail in doubt needs {@link #resolve}. */
	boolean release(OutboxId id) throws ProblemException;

	/** Lets a waiting, held or rejected mail go at the next drain: no undo time, no schedule, no back-off. False if it is too late. */
	boolean sendNow(OutboxId id) throws ProblemException;

	/**
	 * Gives a mail that was not handed over another time, deadline or priority; false if it is too late. {@code undo} is not used.
	 * A held mail with a time to come is released for then; otherwise it stays held.
	 *
	 * @throws ProblemException kind INPUT if the deadline has passed or lies before the time
	 */
	boolean schedule(OutboxId id, SendOptions options) throws ProblemException;

	/**
	 * Removes a mail that is not being handed over; false if it is. A sent mail only leaves the list, its copy in Sent is still
	 * filed. The bytes are kept for ten minutes for {@link #restore}.
	 */
	boolean remove(OutboxId id) throws ProblemException;

	/**
	 * Removes all mails that are FILED and have no problem; a copy that is still to be filed, or a recipient who was refused,
	 * keeps a mail on the list. A few hundred at a time: after an error some may be removed.
	 *
	 * @return what was removed, oldest first; each can be brought back by {@link #restore}
	 */
	List<OutboxId> removeSent() throws ProblemException;

	/** Brings a removed mail back to where it was, also one that left by itself; false if its bytes are gone. */
	boolean restore(OutboxId id) throws ProblemException;

	/** When sent mails leave the list by themselves. */
	Tidying tidying() throws ProblemException;

	/**
	 * Takes effect soon, in whichever process drains, a few hundred mails at a time.
	 *
	 * @throws ProblemException kind INPUT, {@code outbox.tidying}, if a time is negative or longer than {@link Tidying#LONGEST}
	 */
	void setTidying(Tidying tidying) throws ProblemException;

	/** The user's decision about a mail in doubt; recorded. */
	void resolve(OutboxId id, Decision decision) throws ProblemException;

	/** What happens to mails in doubt of an account without anybody being asked. */
	DoubtPolicy doubtPolicy(AccountId account) throws ProblemException;

	/** Takes effect for mails whose look into Sent ends from now on. */
	void setDoubtPolicy(AccountId account, DoubtPolicy policy) throws ProblemException;

	/** Lets a paused lane try again at once. */
	void wake(AccountId account) throws ProblemException;

	/**
	 * Sends what is due on every lane (or on one account's), files copies in Sent, looks for mails in doubt, and returns when
	 * nothing is due any more. Lanes that are paused try once more, but a credential that was refused is not shown to the
	 * server again before a new sign-in, a change of the account or {@link #wake}.
	 *
	 * @throws ProblemException kind BUSY if another process is draining, STORAGE
	 */
	DrainSummary drain(Optional<AccountId> account, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** Called, on any thread, at most ten times a second after changes by this process. Removed by closing. */
	AutoCloseable listen(Runnable onChange);

	/** What to do with a mail in doubt. */
	enum Decision {
		MARK_SENT, SEND_AGAIN
	}

	/** What a drain did. */
	record DrainSummary(int sent, int deferred, int held, int rejected, int inDoubt, List<Lane> paused) {
		public DrainSummary {
			paused = List.copyOf(paused);
		}
	}
}
