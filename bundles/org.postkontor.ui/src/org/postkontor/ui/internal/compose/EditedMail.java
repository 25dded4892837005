package org.postkontor.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.UiServices;

/**
 * A mail of the outbox that is being edited: on hold meanwhile, so that it does not go out as it was. Sending replaces it,
 * giving up lets it go again if it was on its way before. If the program ends instead, it stays on hold, and says why.
 *
 * @param release true if giving up releases it
 * @param folder  its attachments, deleted at the end
 */
record EditedMail(UiServices services, OutboxId id, Account account, Draft draft, SendOptions options, boolean release, Path folder) implements MailTarget {
	/**
	 * Holds the mail and takes it apart. Blocks.
	 *
	 * @param keepHeld true if giving up must not let it go
	 * @return empty if it is too late
	 */
	static Optional<EditedMail> open(UiServices services, OutboxId id, boolean keepHeld, IProgressMonitor monitor) throws ProblemException {
		Outbox outbox = services.outbox();
		Optional<OutboxEntry> entry = outbox.entry(id);
		Optional<Account> account = entry.isPresent() ? services.accounts().find(entry.get().account()) : Optional.empty();
		if (entry.isEmpty() || account.isEmpty()) {
			return Optional.empty();
		}
		boolean stopped = entry.get().state() == MailState.HELD || entry.get().state() == MailState.REJECTED;
		if (!stopped && !outbox.holdForEditing(id)) {
			return Optional.empty();
		}
		Path folder = newFolder();
		try {
			Draft draft = services.draftReader().read(outbox.message(id), folder, monitor);
			return Optional.of(new EditedMail(services, id, account.get(), draft, entry.get().options(), !stopped && !keepHeld, folder));
		} catch (ProblemException | RuntimeException e) {
			EditCopies.delete(folder);
			if (!stopped) {
				outbox.release(id);
			}
			throw e;
		}
	}

	@Override
	public OutboxId accept(Account sender, Draft written, SendOptions newOptions, IProgressMonitor monitor) throws ProblemException {
		OutboxId replaced = services.outbox().replace(id, written, newOptions, monitor);
		EditCopies.delete(folder);
		return replaced;
	}

	@Override
	public void abandon() throws ProblemException {
		EditCopies.delete(folder);
		if (release) {
			services.outbox().release(id);
		}
	}

	private static Path newFolder() throws ProblemException {
		try {
			return EditCopies.ofUser().create();
		} catch (IOException e) {
			throw new ProblemException(Problem.of("message.storage", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).with("file", "postkontor-edit"), e);
		}
	}
}
