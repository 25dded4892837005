package org.postkontor.ui.internal.health;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Problem;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.problem.ClipboardText;
import org.postkontor.ui.internal.reminder.SignInRound;
import org.postkontor.ui.internal.signin.UnconfirmedSignOut;

/** What can be done with a sign-in, from the view and the preference page. */
final class SignInsActions {
	private final UiContext context;
	private final AccountActions accountActions;
	private final Supplier<@Nullable Shell> shell;
	private final Supplier<Optional<SignInEntry>> selected;
	private final Consumer<String> message;
	private final Runnable changed;

	/**
	 * @param message told, in words, what worked
	 * @param changed told when a sign-in may stand differently
	 */
	SignInsActions(UiContext context, AccountActions accountActions, Supplier<@Nullable Shell> shell, Supplier<Optional<SignInEntry>> selected,
			Consumer<String> message, Runnable changed) {
		this.context = context;
		this.accountActions = accountActions;
		this.shell = shell;
		this.selected = selected;
		this.message = message;
		this.changed = changed;
	}

	List<CommandAction> all() {
		return List.of(new CommandAction(HealthMessages.signInAgain, Icon.SIGN_IN, UiIds.SIGN_IN, this::isUsed, () -> signIn(UserChoice.AGAIN)),
				new CommandAction(HealthMessages.signInOther, Icon.ACCOUNT, "", this::isUsed, () -> signIn(UserChoice.SELECT)),
				new CommandAction(HealthMessages.refresh, Icon.SYNC, IWorkbenchCommandConstants.FILE_REFRESH, () -> isUsed() && isStored(),
						() -> selected.get().ifPresent(this::refresh)),
				new CommandAction(HealthMessages.signOut, Icon.SIGN_OUT, UiIds.SIGN_OUT, this::isStored, () -> selected.get().ifPresent(this::signOut)),
				new CommandAction(HealthMessages.copy, Icon.COPY, "", () -> selected.get().isPresent(), () -> selected.get().ifPresent(this::copy)));
	}

	private boolean isUsed() {
		return selected.get().filter(e -> !e.accounts().isEmpty()).isPresent();
	}

	private boolean isStored() {
		return selected.get().flatMap(SignInEntry::stored).isPresent();
	}

	private void signIn(UserChoice users) {
		selected.get().filter(e -> !e.accounts().isEmpty()).ifPresent(e -> new SignInRound(context, shell).signIn(e.accounts(), users));
	}

	private void signOut(SignInEntry entry) {
		String names = entry.accounts().stream().map(Account::name).collect(Collectors.joining(", "));
		String question = names.isEmpty() ? NLS.bind(HealthMessages.signOutUnused, entry.who())
				: NLS.bind(HealthMessages.signOutQuestion, entry.who(), names);
		Optional<SignInInfo> stored = entry.stored();
		if (stored.isPresent() && MessageDialog.openQuestion(shell.get(), HealthMessages.signOut, question)) {
			context.background().start(NLS.bind(HealthMessages.jobSignOut, entry.who()),
					monitor -> context.services().signIns().signOut(stored.get().id(), monitor), unconfirmed -> {
						changed.run();
						new UnconfirmedSignOut(context).tell(unconfirmed.stream().toList());
					}, context.problems()::show);
		}
	}

	private void refresh(SignInEntry entry) {
		context.background().start(NLS.bind(HealthMessages.jobRefresh, entry.who()), new RefreshSignIn(context.services(), entry), done -> {
			message.accept(NLS.bind(HealthMessages.refreshedNow, entry.who()));
			changed.run();
		}, problem -> {
			changed.run();
			show(problem, entry);
		});
	}

	private void show(Problem problem, SignInEntry entry) {
		context.problems().show(problem, entry.accounts().stream().findFirst()
				.flatMap(account -> accountActions.remedy(problem.remedy(), account, () -> refresh(entry))));
	}

	private void copy(SignInEntry entry) {
		ClipboardText.copy(Display.getCurrent(), new EntryText(entry, Formats.ofUser()).report(context.services().texts()));
	}
}
