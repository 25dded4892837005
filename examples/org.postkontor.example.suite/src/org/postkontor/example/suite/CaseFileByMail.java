package org.postkontor.example.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * "E-Akte": sends a case file with many large documents, as few mails as the recipient's limit allows. The outbox streams
 * the documents, so memory does not grow with them.
 */
@Component(service = CaseFileByMail.class)
public final class CaseFileByMail {
	private final Outbox outbox;

	@Activate
	public CaseFileByMail(@Reference Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * If a part cannot be accepted, those before it are taken back unless they are on their way already.
	 *
	 * @param limit most bytes of documents in one mail; in a mail they take a third more. A larger document goes alone
	 * @return one id for each mail, in the order of the documents
	 */
	public List<OutboxId> send(Account sender, String recipient, String reference, List<Path> documents, long limit, IProgressMonitor monitor)
			throws ProblemException {
		List<List<Path>> parts = parts(documents, limit);
		List<OutboxId> accepted = new ArrayList<>();
		try {
			for (List<Path> part : parts) {
				String subject = parts.size() == 1 ? reference : reference + " (" + (accepted.size() + 1) + "/" + parts.size() + ")";
				accepted.add(outbox.submit(sender.id(), new Draft(sender.address().toString(), List.of(recipient), List.of(), List.of(), subject,
						"Anbei " + part.size() + " Dokumente zur Akte " + reference + ".", part), monitor));
			}
		} catch (ProblemException | OperationCanceledException e) {
			for (OutboxId id : accepted) {
				outbox.remove(id);
			}
			throw e;
		}
		return accepted;
	}

	private static List<List<Path>> parts(List<Path> documents, long limit) throws ProblemException {
		List<List<Path>> parts = new ArrayList<>();
		long used = 0;
		for (Path document : documents) {
			long size = size(document);
			if (parts.isEmpty() || used + size > limit) {
				parts.add(new ArrayList<>());
				used = 0;
			}
			parts.getLast().add(document);
			used += size;
		}
		return parts;
	}

	private static long size(Path document) throws ProblemException {
		try {
			return Files.size(document);
		} catch (IOException e) {
			throw new ProblemException(Problem.of("suite.document", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("file", document.getFileName()), e);
		}
	}
}
