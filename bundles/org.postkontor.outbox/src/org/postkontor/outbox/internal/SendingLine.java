package org.postkontor.outbox.internal;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;

/**
 * The connections of a lane, one after the other. The next one is opened while the last mails of the one before are on
 * their way, and goodbyes are said in the background: a change of connections costs no mail a round trip.
 */
final class SendingLine implements AutoCloseable {
	private final AccountId account;
	private final Endpoint endpoint;
	private final MailSender sender;
	private final DrainContext context;
	private final Reconnecting reconnecting;
	private final String stamp;
	private boolean ahead;
	private @Nullable OpenLine line;
	private @Nullable FutureTask<SendConnection> next;

	/**
	 * @param ahead  whether the next connection may be opened beside the present one
	 * @param renews whether a refused credential is renewed; one line of a lane does, since each try counts against the account
	 */
	SendingLine(AccountId account, MailSender sender, DrainContext context, Endpoint endpoint, boolean ahead, boolean renews) {
		this.account = account;
		this.endpoint = endpoint;
		this.sender = sender;
		this.context = context;
		this.ahead = ahead;
		reconnecting = new Reconnecting(context.around().broker(), endpoint, context.monitor(), renews);
		stamp = context.around().stamp(account);
		context.core().idleLines().take(account, stamp).ifPresent(kept -> line = kept);
	}

	Endpoint endpoint() {
		return endpoint;
	}

	/** See {@link MailSender#carriesEnvelope()}. */
	boolean carriesEnvelope() {
		return sender.carriesEnvelope();
	}

	/** Those that the next attempt is for. */
	Set<String> recipients(StoredMail mail) {
		return carriesEnvelope() ? mail.book().nextChunk() : mail.book().open();
	}

	/** Whether the present connection takes one mail more. */
	boolean takes(int recipients) {
		OpenLine open = line;
		return open != null && open.takes(recipients);
	}

	/** The connection that {@link #ready} returned last and that was not closed since. */
	SendConnection present() {
		return Objects.requireNonNull(line).connection();
	}

	SendConnection ready(int recipients) throws ProblemException {
		OpenLine open = line;
		if (open != null && open.takes(recipients)) {
			return open.connection();
		}
		close();
		OpenLine fresh = new OpenLine(reconnecting.connect(this::open));
		line = fresh;
		return fresh.connection();
	}

	/** The connection that was opened ahead, or its error, once; a new one if the server was reached and refused it. */
	private SendConnection open(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		FutureTask<SendConnection> prepared = next;
		next = null;
		if (prepared == null) {
			return sender.connect(endpoint, credential, monitor);
		}
		try {
			SendConnection connection = prepared.get();
			return connection.isUsable() ? connection : sender.connect(endpoint, credential, monitor);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof ProblemException problem && problem.problem().kind() != ProblemKind.SERVER) {
				throw problem;
			}
			// The server may have refused one connection more at the same time, and takes it now.
			ahead = false;
			return sender.connect(endpoint, credential, monitor);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ProblemException(OutboxProblems.internal(e), e);
		}
	}

	/** Opens the next connection on a thread of its own if this one is nearly used up. */
	void lookAhead() {
		OpenLine open = line;
		if (ahead && next == null && open != null && open.endsSoon()) {
			FutureTask<SendConnection> task = new FutureTask<>(
					() -> reconnecting.connectOnce((endpoint, credential, monitor) -> sender.connect(endpoint, credential, monitor)));
			next = task;
			Thread.ofPlatform().daemon().name("outbox next connection").start(task);
		}
	}

	boolean isReused() {
		OpenLine open = line;
		return open != null && open.isReused();
	}

	void used(int recipients) {
		OpenLine open = line;
		if (open != null) {
			open.used(recipients);
		}
		reconnecting.succeeded();
	}

	boolean renew(Problem refusal) {
		return reconnecting.renew(refusal);
	}

	/** Leaves the connection open for a few seconds, for a mail that comes right after. */
	void rest() {
		OpenLine open = line;
		line = null;
		if (open != null && open.takes(1)) {
			context.core().idleLines().keep(account, stamp, open);
		} else if (open != null) {
			context.core().idleLines().goodbye(open);
		}
		forgetNext();
	}

	/** Ends the present connection; the one that was opened ahead stays. */
	@Override
	public void close() {
		OpenLine open = line;
		line = null;
		if (open != null) {
			context.core().idleLines().goodbye(open);
		}
	}

	private void forgetNext() {
		FutureTask<SendConnection> prepared = next;
		next = null;
		if (prepared != null) {
			Thread.ofPlatform().daemon().name("outbox unused connection").start(() -> closeWhenOpen(prepared));
		}
	}

	private static void closeWhenOpen(FutureTask<SendConnection> prepared) {
		try {
			prepared.get().close();
		} catch (ExecutionException neverOpened) {
			return;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
