package org.postkontor.ui.internal.signin;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.auth.UserChoice;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** Signs in again for an account that exists; closes by itself when it worked. */
public final class SignInDialog extends TitledDialog {
	private static final int WIDTH = 500;
	private static final int HEIGHT = 520;

	private final UiContext context;
	private final Account account;
	private final UserChoice users;
	private Optional<Account> signedIn = Optional.empty();

	public SignInDialog(@Nullable Shell parent, UiContext context, Account account) {
		this(parent, context, account, UserChoice.SUGGESTED);
	}

	/** @param users which user the provider's page offers at the first try */
	public SignInDialog(@Nullable Shell parent, UiContext context, Account account, UserChoice users) {
		super(parent, SignInMessages.title);
		this.context = context;
		this.account = account;
		this.users = users;
	}

	/** The account with its new sign-in, if the sign-in worked. */
	public Optional<Account> signedIn() {
		return signedIn;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(account.name());
		setMessage(NLS.bind(SignInMessages.message, account.address()));
		SignInPane pane = new SignInPane(area, context, users);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(pane.control());
		pane.show(account);
		pane.onChange(() -> {
			signedIn = pane.signedIn();
			if (signedIn.isPresent() || pane.isPending()) {
				close();
			}
		});
		pane.setFocus();
		whenActive(area.getShell(), pane::setFocus);
	}

	/** Once: before a window is active, what shall have the keyboard cannot take it everywhere. */
	private static void whenActive(Shell shell, Runnable task) {
		shell.addListener(SWT.Activate, new Listener() {
			@Override
			public void handleEvent(@Nullable Event event) {
				shell.removeListener(SWT.Activate, this);
				task.run();
			}
		});
	}

	/** With room for what is shown later, so that the window need not grow at each step. */
	@Override
	protected Point getInitialSize() {
		Point size = super.getInitialSize();
		return new Point(size.x, Math.max(size.y, HEIGHT));
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, false);
	}
}
