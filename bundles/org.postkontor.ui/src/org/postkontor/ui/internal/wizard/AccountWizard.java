package org.postkontor.ui.internal.wizard;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.inbox.SyncInbox;

/**
 * Address, settings, sign-in, test, done. One can go back at any time. The account is saved by Finish; cancelling removes
 * the sign-in, so that nothing stays behind.
 */
public final class AccountWizard extends Wizard {
	private final UiContext context;
	private final AccountActions actions;
	private final WizardModel model = new WizardModel();
	private final DonePage done;
	private boolean saving;

	public AccountWizard(UiContext context, AccountActions actions) {
		this.context = context;
		this.actions = actions;
		this.done = new DonePage(context, model);
		setWindowTitle(WizardMessages.windowTitle);
		setDefaultPageImageDescriptor(Icon.WIZARD.descriptor());
		setHelpAvailable(false);
	}

	@Override
	public void addPages() {
		addPage(new AddressPage(context, model));
		addPage(new SettingsPage(context, model));
		addPage(new ProviderPage(context, model));
		addPage(new SignInPage(context, model));
		addPage(new CheckPage(context, model, actions));
		addPage(done);
	}

	/** Finish is offered on the last page, or right after the sign-in for those in a hurry. */
	@Override
	public boolean canFinish() {
		return model.signedIn().isPresent() && !saving && getContainer().getCurrentPage().isPageComplete();
	}

	/** Saves in the background and closes when it is durable; stays open if that fails. */
	@Override
	public boolean performFinish() {
		if (model.saved()) {
			return true;
		}
		saving = true;
		getContainer().updateButtons();
		try {
			Account account = model.account();
			context.background().start(NLS.bind(WizardMessages.jobSave, account.address()), monitor -> {
				context.services().accounts().save(account);
				return account;
			}, UiContext.whileAlive(getShell(), this::saved), UiContext.whileAlive(getShell(), this::notSaved));
		} catch (ProblemException e) {
			notSaved(e.problem());
		}
		return false;
	}

	/** Each page is made when it is first shown: all at once would hold up the window. */
	@Override
	public void createPageControls(@Nullable Composite pageContainer) {
		// on demand, by the dialog
	}

	/** Also asked when the dialog closes after saving. */
	@Override
	public boolean performCancel() {
		if (model.saved()) {
			return true;
		}
		if (saving) {
			return false;
		}
		model.signedIn().ifPresent(new ForgetSignIn(context)::of);
		return true;
	}

	private void saved(Account account) {
		model.markSaved();
		((AccountWizardDialog) getContainer()).close();
		if (done.receivesFirst()) {
			new SyncInbox(context, actions).sync(account);
		}
		if (done.writesFirstMail()) {
			actions.write(Optional.of(account));
		}
	}

	private void notSaved(Problem problem) {
		saving = false;
		getContainer().updateButtons();
		context.problems().show(problem, Optional.of(this::performFinish));
	}
}
