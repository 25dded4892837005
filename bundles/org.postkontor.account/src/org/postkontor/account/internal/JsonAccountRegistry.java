package org.postkontor.account.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Accounts as JSON files in {@code accounts} of the home; damaged ones are in {@code accounts/corrupt}. */
@Component
public final class JsonAccountRegistry implements AccountRegistry {
	private final AccountFiles files;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	@Activate
	public JsonAccountRegistry(@Reference Home home) {
		files = new AccountFiles(home.resolve("accounts"));
	}

	@Override
	public List<Account> accounts() {
		synchronized (files) {
			files.refresh();
			return files.accounts().stream()
					.sorted(Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER).thenComparing(a -> a.id().value())).toList();
		}
	}

	@Override
	public Optional<Account> find(AccountId id) {
		return accounts().stream().filter(a -> a.id().equals(id)).findFirst();
	}

	@Override
	public Optional<Account> find(MailAddress address) {
		return accounts().stream().filter(a -> a.address().ascii().equalsIgnoreCase(address.ascii())).findFirst();
	}

	@Override
	public void save(Account account) throws ProblemException {
		change(account.id(), () -> files.write(account));
	}

	@Override
	public void remove(AccountId id) throws ProblemException {
		change(id, () -> files.delete(id));
	}

	private interface Change {
		void run() throws IOException;
	}

	private void change(AccountId id, Change change) throws ProblemException {
		synchronized (files) {
			files.refresh();
			Problem obstacle = files.obstacle(id);
			if (obstacle != null) {
				throw new ProblemException(obstacle);
			}
			try {
				change.run();
			} catch (IOException e) {
				throw unwritable(files, id, e);
			}
		}
		listeners.forEach(Runnable::run);
	}

	private static ProblemException unwritable(AccountFiles files, AccountId id, @Nullable IOException cause) {
		return new ProblemException(
				Problem.of("account.unwritable", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).with("file", files.file(id)), cause);
	}

	@Override
	public List<Problem> problems() {
		synchronized (files) {
			files.refresh();
			return files.problems();
		}
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		listeners.add(onChange);
		return () -> listeners.remove(onChange);
	}
}
