package org.postkontor.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/**
 * Finds the receiving server for an account that only sends, from the first trusted source that knows one for the same
 * sign-in. Empty if none does: then the server is entered by hand.
 */
public record AddReceiving(UiServices services, Account account) implements Operation<Optional<Account>> {
	@Override
	public Optional<Account> run(IProgressMonitor monitor) throws ProblemException {
		Optional<AuthBinding> sending = account.endpoint(Direction.SEND).map(Endpoint::auth);
		if (sending.isEmpty()) {
			return Optional.empty();
		}
		AuthBinding same = sending.get();
		return services.discovery().find(account.address(), monitor).proposals().stream().filter(p -> p.trusted()).flatMap(p -> p.endpoints().stream())
				.filter(e -> e.direction() == Direction.RECEIVE && e.auth().provider().equals(same.provider())).findFirst()
				.map(found -> with(found.with(same)));
	}

	/** The session stays in the binding of sending: rights are added to it. */
	private Account with(Endpoint receiving) {
		List<Endpoint> endpoints = new ArrayList<>(account.endpoints());
		endpoints.add(0, receiving.with(receiving.auth().signedOut()));
		return account.with(endpoints);
	}
}
