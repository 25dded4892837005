package org.postkontor.ui.internal.account;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes an account with its secret. If the provider cannot be reached to revoke, the account goes nevertheless: the
 * user wanted it gone from this computer. Returns what the provider did not confirm.
 */
public record RemoveAccount(UiServices services, Account account) implements Operation<List<Problem>> {
	private static final Logger LOG = LoggerFactory.getLogger(RemoveAccount.class);

	@Override
	public List<Problem> run(IProgressMonitor monitor) throws ProblemException {
		List<Problem> unconfirmed = List.of();
		try {
			unconfirmed = services.broker().signOut(account, monitor).unconfirmed();
		} catch (ProblemException e) {
			if (!e.problem().kind().isTransient()) {
				throw e;
			}
			LOG.warn("not revoked at the provider: {}", e.problem().id());
		}
		services.accounts().remove(account.id());
		return unconfirmed;
	}
}
