package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.MailAddress;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

/** Submits complete messages. Recipients are those of the options: the headers of the files are not asked. */
final class EmlSubmission {
	private static final List<String> CONTENT = List.of("subject", "text", "body-file", "attach", "split");

	private final Invocation invocation;
	private final Account account;
	private final SendOptions options;

	/** @param options when the mails go */
	EmlSubmission(Invocation invocation, Account account, SendOptions options) {
		this.invocation = invocation;
		this.account = account;
		this.options = options;
	}

	/**
	 * All files are looked at before the first is submitted. Freezes into a temporary folder inside the home (mails never touch a
	 * shared folder), and removes that again.
	 */
	List<OutboxId> submit(List<Path> files) throws ProblemException {
		for (String option : CONTENT) {
			if (invocation.arguments().has(option)) {
				throw UsageProblem.of("usage.not-both", "option", "--eml", "other", "--" + option);
			}
		}
		for (Path eml : files) {
			if (!Files.isRegularFile(eml) || !Files.isReadable(eml)) {
				throw FileFailures.unreadable(eml);
			}
		}
		List<OutboxId> ids = new ArrayList<>();
		for (Path eml : files) {
			ids.add(submit(eml));
		}
		return ids;
	}

	private OutboxId submit(Path eml) throws ProblemException {
		Envelope envelope = new Envelope(account.address().ascii(), recipients());
		Path home = invocation.services().home().folder();
		try {
			Path folder = Files.createTempDirectory(home, "submit-");
			Path frozen = folder.resolve("mail.eml");
			try {
				OutgoingMessage message = invocation.services().composer().freeze(() -> Files.newInputStream(eml), envelope, frozen, invocation.monitor());
				return invocation.services().outbox().submit(account.id(), message, options);
			} finally {
				Files.deleteIfExists(frozen);
				Files.delete(folder);
			}
		} catch (IOException | UncheckedIOException e) {
			throw FileFailures.unwritable(home);
		}
	}

	private List<String> recipients() throws ProblemException {
		Set<String> all = new LinkedHashSet<>();
		for (String option : List.of("to", "cc", "bcc")) {
			for (String typed : invocation.arguments().values(option)) {
				all.add(MailAddress.parse(typed).ascii());
			}
		}
		return new ArrayList<>(all);
	}
}
