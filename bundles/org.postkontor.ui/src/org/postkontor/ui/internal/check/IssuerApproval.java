package org.postkontor.ui.internal.check;

import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.postkontor.account.Account;
import org.postkontor.auth.UserChoice;
import org.postkontor.check.NamedIssuer;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.signin.SignInDialog;

/**
 * Asks whether a sign-in service that mail servers named is used, and signs in there; opens over the given control and waits
 * for the person. Nobody is asked there, and nothing is changed, before the person has said so.
 */
record IssuerApproval(UiContext context, Control over) {
	private static final int CANCEL = 1;

	/** @return the account with its sign-in there, not saved yet; empty if the person declined or did not sign in */
	Optional<Account> ask(NamedIssuer issuer, Account account) {
		return approved(issuer, account) ? signedIn(issuer, account) : Optional.empty();
	}

	/** Without thinking about it one cancels. */
	private boolean approved(NamedIssuer issuer, Account account) {
		String text = NLS.bind(CheckMessages.issuerText,
				new Object[] { String.join(", ", issuer.hosts()), issuer.issuer(), issuer.issuerHost(), account.address() });
		return new MessageDialog(over.getShell(), CheckMessages.issuerTitle, null, text.replace("&", "&&"), MessageDialog.WARNING, CANCEL,
				CheckMessages.issuerUse, CheckMessages.issuerCancel).open() == 0;
	}

	private Optional<Account> signedIn(NamedIssuer issuer, Account account) {
		SignInDialog dialog = new SignInDialog(over.getShell(), context, issuer.asked(account), UserChoice.SUGGESTED);
		dialog.open();
		return dialog.signedIn().map(signedIn -> issuer.merged(account, signedIn));
	}
}
