package org.postkontor.check;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;

/** Runs the account test. OSGi service, thread-safe, blocks; cancelling ends it with the steps so far. */
public interface AccountCheck {
	/**
	 * @param onStep called on the calling thread with every step when it starts and when it ends
	 */
	CheckReport run(Account account, Options options, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor);

	/** @param testMail whether a real test mail is sent to the account itself and looked for in its inbox */
	record Options(boolean testMail) {
	}
}
