package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Session;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/**
 * Saves an account that was signed in, and lets the other accounts of that identity that waited go on with the same sign-in:
 * nobody signs in twice as the same person. A host that was not approved at this sign-in is left out.
 *
 * @param signedIn with its new sign-in, not saved yet
 * @param others   accounts that waited for the same identity
 */
public record SaveSignIn(UiServices services, Account signedIn, List<Account> others) implements Operation<Account> {
	public SaveSignIn {
		others = List.copyOf(others);
	}

	@Override
	public Account run(IProgressMonitor monitor) throws ProblemException {
		services.accounts().save(signedIn);
		services.outbox().wake(signedIn.id());
		for (Account other : others) {
			if (!other.id().equals(signedIn.id())) {
				Account now = services.accounts().find(other.id()).orElse(other);
				Account bound = bound(now);
				if (!bound.equals(now)) {
					services.accounts().save(bound);
				}
				services.outbox().wake(bound.id());
			}
		}
		return signedIn;
	}

	private Account bound(Account account) throws ProblemException {
		Account bound = account;
		for (Endpoint endpoint : account.endpoints()) {
			Optional<AuthBinding> same = signedIn.endpoints().stream().map(Endpoint::auth).filter(auth -> isSameUser(auth, endpoint.auth())).findFirst();
			if (endpoint.auth().session().isEmpty() && same.isPresent() && isApproved(endpoint, same.get())) {
				bound = bound.with(endpoint.with(endpoint.auth().signedIn(same.get().session().orElseThrow())));
			}
		}
		return bound;
	}

	private static boolean isSameUser(AuthBinding signedIn, AuthBinding other) {
		return signedIn.session().isPresent() && signedIn.provider().equals(other.provider()) && signedIn.principal().equalsIgnoreCase(other.principal());
	}

	private boolean isApproved(Endpoint endpoint, AuthBinding auth) throws ProblemException {
		return services.broker().session(auth).map(Session::hosts).filter(hosts -> hosts.contains(endpoint.host())).isPresent();
	}
}
