package org.postkontor.ui.internal.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.outbox.MailState;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Finds what waits for a person. Blocks; reads the outbox only if something waits, for that is rare and outboxes may be long. */
public record LoadReminders(UiServices services) implements Operation<Reminders> {
	@Override
	public Reminders run(IProgressMonitor monitor) throws ProblemException {
		List<Waiting> waiting = services.broker().waiting();
		List<Pending> pending = services.consents().pending();
		if (waiting.isEmpty() && pending.isEmpty()) {
			return Reminders.NONE;
		}
		List<Account> accounts = services.accounts().accounts();
		List<ConsentReminder> consents = new ArrayList<>();
		for (Pending each : pending) {
			accounts.stream().filter(a -> a.id().equals(each.account())).forEach(a -> consents.add(new ConsentReminder(each, a)));
		}
		Set<AccountId> consenting = consents.stream().map(c -> c.account().id()).collect(Collectors.toSet());
		List<Reminder> signIns = new ArrayList<>();
		for (Waiting each : waiting) {
			// Who waits for an administrator is told that: signing in would not help.
			List<Account> users = accounts.stream().filter(a -> uses(a, each) && !consenting.contains(a.id())).toList();
			if (!users.isEmpty()) {
				signIns.add(new Reminder(each, users, mails(each, users)));
			}
		}
		return new Reminders(signIns, consents);
	}

	private static boolean uses(Account account, Waiting waiting) {
		return account.endpoints().stream().anyMatch(e -> waiting.concerns(e.auth()));
	}

	private int mails(Waiting waiting, List<Account> users) throws ProblemException {
		Set<AccountId> sending = users.stream().filter(a -> a.endpoint(Direction.SEND).filter(e -> waiting.concerns(e.auth())).isPresent())
				.map(Account::id).collect(Collectors.toSet());
		return (int) services.outbox().entries().stream().filter(e -> e.state() == MailState.QUEUED && sending.contains(e.account())).count();
	}
}
