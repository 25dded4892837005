package org.postkontor.check.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;

/** Remembers what is in an inbox and looks for one new mail. */
final class ArrivalSearch {
	private static final int PAGE = 1000;
	private static final long LARGEST = 256 * 1024;

	private final Set<String> known = new HashSet<>();
	private Optional<String> marker = Optional.empty();

	/** Takes note of all that is there now. */
	void remember(ReceiveConnection inbox, @Nullable IProgressMonitor monitor) throws ProblemException {
		Listing page = next(inbox, monitor);
		while (page.mails().size() >= PAGE && known.addAll(page.mails().stream().map(RemoteMail::uid).toList())) {
			page = next(inbox, monitor);
		}
		page.mails().forEach(m -> known.add(m.uid()));
	}

	/** True if a mail that was not there before holds {@code messageId}. */
	boolean arrived(ReceiveConnection inbox, String messageId, @Nullable IProgressMonitor monitor) throws ProblemException {
		for (RemoteMail mail : next(inbox, monitor).mails()) {
			if (known.add(mail.uid()) && mail.size() < LARGEST && holds(inbox, mail, messageId, monitor)) {
				return true;
			}
		}
		return false;
	}

	private static boolean holds(ReceiveConnection inbox, RemoteMail mail, String messageId, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		inbox.fetch(mail, bytes, monitor);
		return bytes.toString(StandardCharsets.ISO_8859_1).contains(messageId);
	}

	private Listing next(ReceiveConnection inbox, @Nullable IProgressMonitor monitor) throws ProblemException {
		Listing listing = inbox.list(marker, PAGE, monitor);
		marker = Optional.of(listing.marker());
		return listing;
	}
}
