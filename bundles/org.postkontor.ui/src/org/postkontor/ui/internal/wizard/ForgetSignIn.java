package org.postkontor.ui.internal.wizard;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.signin.UnconfirmedSignOut;

/** Removes a sign-in that the user gave up before the account was saved, so that nothing stays behind. */
record ForgetSignIn(UiContext context) {
	void of(Account account) {
		context.background().startQuietly(NLS.bind(WizardMessages.jobCancel, account.address()),
				monitor -> context.services().broker().signOut(account, monitor).unconfirmed(), new UnconfirmedSignOut(context)::tell,
				context.problems()::show);
	}
}
