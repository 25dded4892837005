package org.postkontor.example.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.message.SplitDraft;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

/**
 * "E-Akte": sends a case file with many large documents in as few numbered mails as the limits allow. The outbox streams
 * the documents, so memory does not grow with them.
 */
@Component(service = CaseFileByMail.class)
public final class CaseFileByMail {
	/** What common providers take at least, as long as our own server has not said what it takes. */
	private static final long USUAL_LIMIT = 20_000_000;

	private final Outbox outbox;

	@Activate
	public CaseFileByMail(@Reference Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * All parts are accepted together, or none: a court must not get half a file because the disk was full.
	 *
	 * @param recipientLimit largest mail that the recipient takes, in bytes; {@link Long#MAX_VALUE} if nobody knows
	 * @return one id for each mail, in the order of the documents
	 * @throws ProblemException {@code message.attachment-too-large} names a document that no mail can hold
	 */
	public List<OutboxId> send(Account sender, String recipient, String reference, List<Path> documents, long recipientLimit, IProgressMonitor monitor)
			throws ProblemException {
		long limit = Math.min(recipientLimit, outbox.sizeLimit(sender.id()).orElse(USUAL_LIMIT));
		Draft file = new Draft(sender.address().toString(), List.of(recipient), List.of(), List.of(), reference,
				"Anbei " + documents.size() + " Dokumente zur Akte " + reference + ".", documents);
		return outbox.submitDrafts(sender.id(), new SplitDraft(file, limit, Locale.GERMAN).parts(), SendOptions.NOW, monitor);
	}
}
