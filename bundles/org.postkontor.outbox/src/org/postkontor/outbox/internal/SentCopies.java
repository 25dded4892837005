package org.postkontor.outbox.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SentFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files copies of sent mails and looks for mails in doubt, by Message-ID. Repeating it changes nothing, and no failure here
 * ever makes a mail go out again.
 */
final class SentCopies {
	private static final Logger LOG = LoggerFactory.getLogger(SentCopies.class);
	/** Notes of the log that only say where the copy comes from; with any other note there is none. */
	static final String BY_SERVER = "filed by the server";
	private static final int UNREACHABLE_MINUTES = 5;

	private final AccountId account;
	private final DrainContext context;

	SentCopies(AccountId account, DrainContext context) {
		this.account = account;
		this.context = context;
	}

	void run() throws ProblemException {
		List<StoredMail> due = unfiled(context.core().due().toCheck(account, context.now()));
		if (due.isEmpty()) {
			return;
		}
		Optional<Endpoint> endpoint = context.around().accounts().find(account).map(Account::endpoints).orElse(List.of()).stream()
				.filter(e -> e.protocol() == Protocol.IMAP).findFirst();
		Optional<MailReceiver> receiver = endpoint.flatMap(e -> context.around().receiver(e.protocol()));
		if (endpoint.isEmpty() || receiver.isEmpty()) {
			withoutFolder(due);
			return;
		}
		try (ReceiveConnection connection = new Reconnecting(context.around().broker(), endpoint.get(), context.monitor(), true)
				.connect(receiver.get()::connect)) {
			Optional<SentFolder> folder = connection.sentFolder();
			if (folder.isEmpty()) {
				withoutFolder(due);
			} else {
				visit(due, folder.get());
			}
		} catch (ProblemException e) {
			failed(e);
		} catch (RuntimeException e) {
			LOG.error("looking into Sent failed", e);
			failed(new ProblemException(OutboxProblems.internal(e), e));
		}
	}

	/** A copy that the server files by itself may appear late: looking for it and appending another would make two. */
	private List<StoredMail> unfiled(List<StoredMail> due) throws ProblemException {
		boolean filedByServer = context.around().accounts().find(account).flatMap(a -> a.endpoint(Direction.SEND))
				.flatMap(e -> context.around().sender(e.protocol())).filter(MailSender::filesCopy).isPresent();
		return filedByServer ? filed(due, BY_SERVER) : due;
	}

	private void visit(List<StoredMail> due, SentFolder folder) throws ProblemException {
		for (StoredMail mail : due) {
			if (context.isStopped()) {
				return;
			}
			if (mail.entry().state() == MailState.SENT) {
				file(mail, folder);
			} else {
				look(mail, folder);
			}
		}
	}

	private void file(StoredMail mail, SentFolder folder) throws ProblemException {
		if (!folder.contains(mail.entry().messageId())) {
			if (!context.core().spool().isIntact(mail)) {
				filed(mail, "no copy: spool file is damaged");
				return;
			}
			folder.append(mail.message(() -> context.core().spool().open(mail.id())));
			try {
				context.around().crash().hit("after-append");
			} catch (IOException e) {
				throw OutboxProblems.STORAGE.storage(context.core().spool().folder(), e);
			}
		}
		filed(mail, "");
	}

	private void look(StoredMail mail, SentFolder folder) throws ProblemException {
		Instant now = context.now();
		if (folder.contains(mail.entry().messageId())) {
			context.record(mail.id(), MailChange.of(MailEvent.FOUND, now).due(now).noted("found in Sent"));
			file(mail, folder);
		} else {
			again(mail, context.policy().look(mail.checks() + 1, now), mail.entry().problem());
		}
	}

	/** Nothing can be looked up or filed: what is sent is done, what is in doubt waits for a person. */
	private void withoutFolder(List<StoredMail> due) throws ProblemException {
		for (StoredMail mail : filed(due, "no Sent folder")) {
			again(mail, Optional.empty(), mail.entry().problem());
		}
	}

	/** Records the sent ones of {@code due} as filed, since nothing has to be done for them. Returns the others. */
	private List<StoredMail> filed(List<StoredMail> due, String note) throws ProblemException {
		List<StoredMail> rest = new ArrayList<>();
		Map<Optional<Problem>, List<OutboxId>> sent = new LinkedHashMap<>();
		for (StoredMail mail : due) {
			if (mail.entry().state() == MailState.SENT) {
				sent.computeIfAbsent(kept(mail), problem -> new ArrayList<>()).add(mail.id());
			} else {
				rest.add(mail);
			}
		}
		for (Map.Entry<Optional<Problem>, List<OutboxId>> alike : sent.entrySet()) {
			context.recordAll(alike.getValue(), MailChange.of(MailEvent.FILED, context.now()).because(alike.getKey()).noted(note));
			context.core().forgetDone(alike.getValue());
		}
		return rest;
	}

	private static Optional<Problem> kept(StoredMail mail) {
		return mail.entry().problem().filter(p -> p.id().equals("outbox.recipients-refused"));
	}

	private void filed(StoredMail mail, String note) throws ProblemException {
		context.record(mail.id(), MailChange.of(MailEvent.FILED, context.now()).because(kept(mail)).noted(note));
		context.core().forgetDone(List.of(mail.id()));
	}

	private void again(StoredMail mail, Optional<Instant> next, Optional<Problem> problem) throws ProblemException {
		MailChange change = MailChange.of(MailEvent.CHECKED, context.now()).because(problem);
		context.record(mail.id(), next.isPresent() ? change.due(next.get()) : change);
		if (next.isEmpty() && mail.entry().state() == MailState.IN_DOUBT) {
			decideUnattended(mail);
		}
	}

	/** Only where the account was told beforehand what to do; the log of the mail says so. */
	private void decideUnattended(StoredMail mail) throws ProblemException {
		MailChange change = MailChange.of(MailEvent.MARK_SENT, context.now()).due(context.now()).noted("decided by the policy of the account");
		switch (context.core().doubts().policy(account)) {
		case MARK_SENT -> context.record(mail.id(), change);
		case SEND_AGAIN -> context.record(mail.id(), MailChange.of(MailEvent.SEND_AGAIN, change.at()).due(change.at()).noted(change.note()));
		case ASK -> LOG.debug("{} waits for a decision", mail.id());
		}
	}

	private void failed(ProblemException e) throws ProblemException {
		if (context.isStopped() || e.problem().kind() == ProblemKind.STORAGE && context.failure() != null) {
			return;
		}
		for (StoredMail mail : context.core().due().toCheck(account, context.now())) {
			if (mail.entry().state() == MailState.SENT) {
				again(mail, context.policy().filing(mail.started(), mail.checks(), context.now()), Optional.of(OutboxProblems.notFiled(e.problem())));
			} else {
				context.record(mail.id(), MailChange.of(MailEvent.POSTPONED, context.now()).because(mail.entry().problem())
						.due(context.now().plus(java.time.Duration.ofMinutes(UNREACHABLE_MINUTES))));
			}
		}
	}
}
