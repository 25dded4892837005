package org.postkontor.ui.internal.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Loads the accounts with their sign-in states. Blocks. */
public final class AccountRows implements Operation<List<AccountRow>> {
	private final UiServices services;

	public AccountRows(UiServices services) {
		this.services = services;
	}

	@Override
	public List<AccountRow> run(IProgressMonitor monitor) {
		List<SignInBroker.Waiting> waiting = services.broker().waiting();
		return services.accounts().accounts().stream().map(account -> row(account, waiting)).toList();
	}

	private AccountRow row(Account account, List<SignInBroker.Waiting> waiting) {
		Optional<Problem> stuck = waiting.stream().filter(each -> account.endpoints().stream().anyMatch(e -> each.concerns(e.auth())))
				.map(SignInBroker.Waiting::problem).findFirst();
		List<Session> sessions = new ArrayList<>();
		try {
			for (Endpoint endpoint : account.endpoints()) {
				services.broker().session(endpoint.auth()).ifPresent(sessions::add);
			}
		} catch (ProblemException e) {
			return new AccountRow(account, SignInState.WAITING, Optional.empty(), Optional.of(e.problem()));
		}
		Optional<Instant> since = sessions.stream().map(Session::issued).min(Comparator.naturalOrder());
		return new AccountRow(account, stuck.isPresent() ? SignInState.WAITING : state(account, sessions), since, stuck);
	}

	private SignInState state(Account account, List<Session> sessions) {
		if (sessions.isEmpty()) {
			return SignInState.NOT_SIGNED_IN;
		}
		if (sessions.size() < account.endpoints().size()) {
			return SignInState.PARTLY;
		}
		return account.endpoints().stream().allMatch(e -> isPassword(e.auth())) ? SignInState.PASSWORD : SignInState.SIGNED_IN;
	}

	private boolean isPassword(AuthBinding binding) {
		return services.providers().description(binding.provider()).map(d -> "password".equals(d.kind())).orElse(false);
	}
}
