package org.postkontor.inbox.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sync of one account over an open connection. Mails become durable in small batches: bytes, names, rows, and only then
 * the marker, so that nothing is skipped after a crash. What need not stay on the server is deleted there at the end.
 */
final class SyncRun {
	private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);
	private static final int LISTING = 200;
	private static final int BATCH = 20;

	private final AccountId account;
	private final InboxStore store;
	private final ReceivedMessageReader reader;
	private final Clock clock;
	private final Reception.Source source;
	private final @Nullable IProgressMonitor monitor;
	private final List<MailTable.NewMail> batch = new ArrayList<>();
	private int added;

	SyncRun(AccountId account, InboxStore store, ReceivedMessageReader reader, Clock clock, Reception.Source source, @Nullable IProgressMonitor monitor) {
		this.account = account;
		this.store = store;
		this.reader = reader;
		this.clock = clock;
		this.source = source;
		this.monitor = monitor;
	}

	/** Mails added so far, also after a problem. */
	int added() {
		return added;
	}

	/**
	 * Only for the one who holds the account's lock.
	 *
	 * @param endpoint that the connection was made to
	 */
	void run(ReceiveConnection connection, Endpoint endpoint) throws ProblemException {
		store.files().removeLeftovers(account, store.mails().files(account));
		recognise(endpoint);
		if (endpoint.protocol() == Protocol.POP3) {
			releaseGone(connection);
		}
		receive(connection, endpoint.protocol());
		if (!endpoint.leaveOnServer().isAlways()) {
			delete(connection, endpoint);
		}
	}

	/** Other protocols tell by their listing that the mailbox is another one. */
	private void recognise(Endpoint endpoint) throws ProblemException {
		MailboxOrigin origin = MailboxOrigin.of(endpoint);
		Optional<String> known = store.mails().origin(account);
		if (known.equals(Optional.of(origin.value()))) {
			return;
		}
		if (endpoint.protocol() != Protocol.POP3) {
			store.mails().origin(account, origin);
		} else if (known.isPresent() || !endpoint.leaveOnServer().isAlways() || store.mails().marker(account).isEmpty()) {
			// What was received before origins were written down is compared by its bytes only when that matters.
			store.mails().startOver(account, origin);
		}
	}

	/** A UIDL may be given to another mail when its mail is gone (RFC 1939, 7), whoever took it. */
	private void releaseGone(ReceiveConnection connection) throws ProblemException {
		Set<String> gone = store.mails().uids(account);
		for (RemoteMail mail : connection.list(Optional.empty(), Integer.MAX_VALUE, monitor).mails()) {
			gone.remove(mail.uid());
		}
		if (!gone.isEmpty()) {
			store.mails().release(account, gone);
		}
	}

	/** Only if the account still says so: somebody may have decided otherwise while mails were coming. */
	private void delete(ReceiveConnection connection, Endpoint endpoint) throws ProblemException {
		Endpoint now = source.get().endpoint();
		if (MailboxOrigin.of(now).equals(MailboxOrigin.of(endpoint))) {
			new ServerDeletion(account, store, clock).run(connection, now.leaveOnServer(), monitor);
		}
	}

	private void receive(ReceiveConnection connection, Protocol protocol) throws ProblemException {
		Optional<String> marker = store.mails().marker(account);
		Listing listing;
		do {
			listing = connection.list(marker, LISTING, monitor);
			if (listing.restart() && protocol == Protocol.IMAP) {
				// New UIDVALIDITY: an old uid may be another mail now (RFC 3501 2.3.1.1). Bytes decide what is known.
				store.mails().renumbered(account);
			}
			fetch(connection, listing.mails());
			if (!marker.equals(Optional.of(listing.marker()))) {
				store.mails().marker(account, listing.marker());
			} else if (!listing.mails().isEmpty()) {
				LOG.warn("the listing does not get on");
				return;
			}
			marker = Optional.of(listing.marker());
		} while (listing.mails().size() >= LISTING);
	}

	private void fetch(ReceiveConnection connection, List<RemoteMail> mails) throws ProblemException {
		Set<String> known = mails.isEmpty() ? Set.of() : store.mails().uids(account);
		try {
			for (RemoteMail mail : mails) {
				if (monitor != null && monitor.isCanceled()) {
					throw InboxProblems.cancelled();
				}
				if (!known.contains(mail.uid())) {
					fetch(connection, mail);
				}
			}
		} finally {
			flush();
		}
	}

	private void fetch(ReceiveConnection connection, RemoteMail mail) throws ProblemException {
		MailFiles.Received file;
		try {
			file = store.files().fetch(account, connection, mail, monitor);
		} catch (ProblemException e) {
			if (e.problem().kind() == ProblemKind.MESSAGE) {
				LOG.info("a mail was gone before it could be fetched: {}", e.problem().id());
				return;
			}
			throw e;
		}
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		try (InputStream in = Files.newInputStream(store.files().path(account, file.file()))) {
			batch.add(new MailTable.NewMail(account, mail.uid(), reader.headers(in), now, file));
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(store.files().path(account, file.file()), e);
		}
		if (batch.size() >= BATCH) {
			flush();
		}
	}

	private void flush() throws ProblemException {
		if (batch.isEmpty()) {
			return;
		}
		List<MailTable.NewMail> mails = List.copyOf(batch);
		batch.clear();
		store.files().force(account);
		List<MailTable.NewMail> known = store.mails().add(mails);
		added += mails.size() - known.size();
		for (MailTable.NewMail mail : known) {
			store.files().delete(account, mail.file().file());
		}
	}
}
