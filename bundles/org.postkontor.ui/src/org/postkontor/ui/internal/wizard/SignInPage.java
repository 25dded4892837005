package org.postkontor.ui.internal.wizard;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.signin.SignInPane;

/** Third page: the sign-in. */
final class SignInPage extends WizardPage {
	static final String NAME = "signin";

	private final UiContext context;
	private final WizardModel model;
	private @Nullable SignInPane pane;
	private List<Endpoint> shown = List.of();

	SignInPage(UiContext context, WizardModel model) {
		super(NAME);
		this.context = context;
		this.model = model;
		setTitle(WizardMessages.signInTitle);
		setMessage(WizardMessages.signInMessage);
		setPageComplete(false);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
		SignInPane created = new SignInPane(area, context, UserChoice.SUGGESTED);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(created.control());
		created.onChange(() -> changed(created));
		pane = created;
		setControl(area);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		SignInPane current = pane;
		if (current == null) {
			return;
		}
		if (!visible) {
			current.cancel();
		} else {
			show(current);
			getShell().getDisplay().asyncExec(() -> {
				if (!current.control().isDisposed()) {
					current.setFocus();
				}
			});
		}
	}

	private void show(SignInPane current) {
		try {
			if (!model.endpoints().equals(shown) || model.signedIn().isEmpty()) {
				shown = model.endpoints();
				current.show(model.account());
			}
		} catch (ProblemException e) {
			context.problems().show(e.problem());
		}
	}

	private void changed(SignInPane current) {
		current.account().map(Account::endpoints).filter(endpoints -> !endpoints.equals(model.endpoints())).ifPresent(endpoints -> {
			shown = endpoints; // another provider or registration was chosen here
			model.use(endpoints).ifPresent(new ForgetSignIn(context)::of);
		});
		if (current.isPending()) {
			model.markSaved();
			((AccountWizardDialog) getContainer()).close();
			return;
		}
		current.signedIn().ifPresent(model::signedIn);
		setPageComplete(model.signedIn().isPresent() && !current.isRunning());
	}
}
