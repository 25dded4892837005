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
 * the marker, so that nothing is skipped after a crash.
 */
final class SyncRun {
	private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);
	private static final int LISTING = 200;
	private static final int BATCH = 20;

	private final AccountId account;
	private final InboxStore store;
	private final ReceivedMessageReader reader;
	private final Clock clock;
	private final @Nullable IProgressMonitor monitor;
	private final List<MailTable.NewMail> batch = new ArrayList<>();
	private int added;

	SyncRun(AccountId account, InboxStore store, ReceivedMessageReader reader, Clock clock, @Nullable IProgressMonitor monitor) {
		this.account = account;
		this.store = store;
		this.reader = reader;
		this.clock = clock;
		this.monitor = monitor;
	}

	/** Mails added so far, also after a problem. */
	int added() {
		return added;
	}

	/** Only for the one who holds the account's lock. */
	void run(ReceiveConnection connection, Protocol protocol) throws ProblemException {
		store.files().removeLeftovers(account, store.mails().files(account));
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
