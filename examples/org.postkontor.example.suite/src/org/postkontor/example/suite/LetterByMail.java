package org.postkontor.example.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AccountRegistry;
import org.postkontor.message.Draft;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;

/** "E-Brief": sends a letter by e-mail and tells how it goes. Its calls block for the disk: never on the user interface's thread. */
@Component(service = LetterByMail.class)
public final class LetterByMail {
	private final AccountRegistry accounts;
	private final Outbox outbox;
	private final TransmissionLog log;
	private final ProblemTexts texts;

	@Activate
	public LetterByMail(@Reference AccountRegistry accounts, @Reference Outbox outbox, @Reference TransmissionLog log, @Reference ProblemTexts texts) {
		this.accounts = accounts;
		this.outbox = outbox;
		this.log = log;
		this.texts = texts;
	}

	/** How a letter stands. @param explanation what happened and what to do; empty if nothing is wrong */
	public record Progress(MailState state, Optional<String> explanation) {
	}

	/**
	 * Returns when the letter is safe in the outbox: from then on neither a crash nor a missing network loses it.
	 *
	 * @return to be kept with the letter in the suite's file
	 */
	public OutboxId send(Letter letter, IProgressMonitor monitor) throws ProblemException {
		Account account = accounts.find(letter.sender()).orElseThrow(() -> new ProblemException(
				Problem.of("suite.no-account", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("address", letter.sender())));
		Draft draft = new Draft(account.address().toString(), List.of(letter.recipient()), List.of(), List.of(), letter.subject(), letter.text(),
				List.of(letter.document()));
		return outbox.submit(account.id(), draft, monitor);
	}

	/** How it stands now, also after a restart of the suite. Empty once it has left the outbox. */
	public Optional<Progress> progress(OutboxId letter) throws ProblemException {
		return outbox.entry(letter).map(this::progress);
	}

	/** Writes the transmission log of a letter as a page for the file: which server took it when, and what it answered. */
	public void proof(OutboxId letter, OutputStream page) throws ProblemException, IOException {
		log.writeHtml(List.of(letter), Locale.GERMAN, page);
	}

	/** Tells, on any thread, of each change of the state. Close it with the window that shows it. */
	public AutoCloseable observe(OutboxId letter, Consumer<MailState> changed) {
		StateChanges changes = new StateChanges(changed);
		return outbox.listen(() -> state(letter).ifPresent(changes::now));
	}

	private Optional<MailState> state(OutboxId letter) {
		try {
			return outbox.entry(letter).map(OutboxEntry::state);
		} catch (ProblemException e) {
			return Optional.empty(); // the disk has trouble now; the next change tells
		}
	}

	private Progress progress(OutboxEntry entry) {
		return new Progress(entry.state(), entry.problem().map(problem -> texts.explanation(problem, Locale.getDefault())));
	}
}
