package org.postkontor.ui.internal.wizard;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.account.Account;
import org.postkontor.check.CheckReport;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.check.CheckPane;

/** Fourth page: the account test, started by itself. */
final class CheckPage extends WizardPage {
	private final UiContext context;
	private final WizardModel model;
	private final AccountActions actions;
	private @Nullable CheckPane pane;
	private Optional<Account> testedAccount = Optional.empty();

	CheckPage(UiContext context, WizardModel model, AccountActions actions) {
		super("check");
		this.context = context;
		this.model = model;
		this.actions = actions;
		setTitle(WizardMessages.checkTitle);
		setMessage(WizardMessages.checkMessage);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 8).applyTo(area);
		CheckPane created = new CheckPane(area, context, actions);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(created.control());
		created.onChange(() -> {
			model.tested(created.report().map(CheckReport::passed).orElse(false));
			setPageComplete(!created.isRunning());
		});
		created.onSignedIn(this::signedIn);
		pane = created;
		setControl(area);
	}

	/** With another sign-in service than before: what was signed in to only for the account before is forgotten. */
	private void signedIn(Account account) {
		List<Optional<String>> used = account.endpoints().stream().map(e -> e.auth().session()).toList();
		model.use(account.endpoints().stream().map(e -> e.with(e.auth().signedOut())).toList()).ifPresent(before -> new ForgetSignIn(context)
				.of(before.with(before.endpoints().stream().filter(e -> !used.contains(e.auth().session())).toList())));
		model.signedIn(account);
		testedAccount = model.signedIn();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		CheckPane current = pane;
		if (!visible || current == null || model.signedIn().equals(testedAccount)) {
			return;
		}
		testedAccount = model.signedIn();
		model.signedIn().ifPresent(current::test);
	}
}
