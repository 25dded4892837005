package org.postkontor.ui.internal.account;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.auth.SignInBroker.SignedOut;
import org.postkontor.auth.UserChoice;
import org.postkontor.outbox.MailState;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.check.CheckDialog;
import org.postkontor.ui.internal.compose.ComposeDialog;
import org.postkontor.ui.internal.consent.ConsentOutcome;
import org.postkontor.ui.internal.signin.SignInDialog;
import org.postkontor.ui.internal.signin.SignInSolutions;
import org.postkontor.ui.internal.signin.UnconfirmedSignOut;
import org.postkontor.ui.internal.wizard.AccountWizard;
import org.postkontor.ui.internal.wizard.AccountWizardDialog;

/** What can be done with accounts, from views, menus, preference pages and problem dialogs. */
public final class AccountActions {
	private final UiContext context;
	private final Supplier<@Nullable Shell> shell;

	public AccountActions(UiContext context, Supplier<@Nullable Shell> shell) {
		this.context = context;
		this.shell = shell;
	}

	public void newAccount() {
		new AccountWizardDialog(shell.get(), new AccountWizard(context, this)).open();
	}

	public void edit(Account account) {
		AccountEditDialog dialog = new AccountEditDialog(shell.get(), context, AccountEdit.of(account));
		if (dialog.open() == Window.OK) {
			save(dialog.edit().account());
		}
	}

	/** Opens a window to write a mail; without an account it offers to set one up. */
	public void write(Optional<Account> sender) {
		context.background().startQuietly(AccountMessages.jobLoad, monitor -> context.services().accounts().accounts(), accounts -> {
			if (accounts.isEmpty()) {
				newAccount();
			} else {
				new ComposeDialog(shell.get(), context, accounts, sender.orElse(accounts.get(0))).open();
			}
		}, context.problems()::show);
	}

	public void test(Account account) {
		new CheckDialog(shell.get(), context, account, this).open();
	}

	/** Signs in and saves the account with its new sign-in. */
	public void signIn(Account account) {
		signIn(account, UserChoice.SUGGESTED);
	}

	private void signIn(Account account, UserChoice users) {
		SignInDialog dialog = new SignInDialog(shell.get(), context, account, users);
		dialog.open();
		dialog.signedIn().ifPresent(this::save);
	}

	/** Adds receiving to an account that only sends: looks for the server, then asks for the right to read in addition. */
	public void addReceiving(Account account) {
		context.background().start(NLS.bind(AccountMessages.jobReceiving, account.address()), new AddReceiving(context.services(), account),
				found -> found.ifPresentOrElse(this::signIn, () -> edit(account)), context.problems()::show);
	}

	/** Leads the office's IT through the registration of the application; then the account needs a new sign-in. */
	public void register(Account account) {
		withShell(over -> over.register(account).ifPresent(this::signIn));
	}

	/** Gives an administrator's consent or asks for it. */
	public void askAdministrator(Account account) {
		withShell(over -> {
			if (over.askAdministrator(account) == ConsentOutcome.GRANTED) {
				signIn(account);
			}
		});
	}

	private void withShell(Consumer<SignInSolutions> task) {
		Shell over = shell.get();
		if (over != null) {
			task.accept(new SignInSolutions(context, over));
		}
	}

	public void signOut(Account account) {
		String question = NLS.bind(AccountMessages.signOutQuestion, account.address());
		if (!MessageDialog.openQuestion(shell.get(), AccountMessages.signOutTitle, question)) {
			return;
		}
		context.background().start(NLS.bind(AccountMessages.jobSignOut, account.name()), monitor -> {
			SignedOut signedOut = context.services().broker().signOut(account, monitor);
			context.services().accounts().save(signedOut.account());
			return signedOut.unconfirmed();
		}, new UnconfirmedSignOut(context)::tell, context.problems()::show);
	}

	public void remove(Account account) {
		context.background().startQuietly(AccountMessages.jobLoad, monitor -> unsent(account), unsent -> confirmRemove(account, unsent),
				context.problems()::show);
	}

	/** Does the remedy of a problem for an account, if the user interface can do it. */
	public Optional<Runnable> remedy(Remedy remedy, Account account, Runnable retry) {
		return switch (remedy) {
		case SIGN_IN, ENTER_PASSWORD, UNLOCK_KEYRING, APPROVE_HOST -> Optional.of(() -> signIn(account));
		case CHOOSE_OTHER_USER -> Optional.of(() -> signIn(account, UserChoice.SELECT));
		case REGISTER_APP -> Optional.of(() -> register(account));
		case ASK_ADMINISTRATOR -> Optional.of(() -> askAdministrator(account));
		case EDIT_ACCOUNT -> Optional.of(() -> edit(account));
		case RETRY, CHECK_NETWORK, FREE_SPACE, CHECK_CLOCK -> Optional.of(retry);
		default -> Optional.empty();
		};
	}

	/** Saves the account in the background, and lets its mails go on. */
	public void save(Account account) {
		context.background().startQuietly(NLS.bind(AccountMessages.jobSave, account.name()), monitor -> {
			context.services().accounts().save(account);
			context.services().outbox().wake(account.id());
			return account;
		}, done -> {
		}, context.problems()::show);
	}

	private long unsent(Account account) throws ProblemException {
		return context.services().outbox().entries().stream().filter(e -> e.account().equals(account.id()))
				.filter(e -> !e.state().isFinal() && e.state() != MailState.SENT).count();
	}

	private void confirmRemove(Account account, long unsent) {
		String question = NLS.bind(AccountMessages.removeQuestion, account.address());
		String warning = unsent == 0 ? "" : "\n\n" + (unsent == 1 ? AccountMessages.removeUnsentOne : NLS.bind(AccountMessages.removeUnsent, unsent));
		if (!MessageDialog.openQuestion(shell.get(), AccountMessages.removeTitle, question + warning)) {
			return;
		}
		context.background().start(NLS.bind(AccountMessages.jobRemove, account.name()), new RemoveAccount(context.services(), account),
				new UnconfirmedSignOut(context)::tell, context.problems()::show);
	}
}
