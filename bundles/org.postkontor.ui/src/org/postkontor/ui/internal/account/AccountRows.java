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
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.health.EndingSignIn;
import org.postkontor.ui.internal.operation.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the accounts with their sign-in states. Blocks. */
public final class AccountRows implements Operation<List<AccountRow>> {
	private static final Logger LOG = LoggerFactory.getLogger(AccountRows.class);

	private final UiServices services;

	public AccountRows(UiServices services) {
		this.services = services;
	}

	@Override
	public List<AccountRow> run(IProgressMonitor monitor) {
		List<SignInBroker.Waiting> waiting = services.broker().waiting();
		List<Pending> pending = services.consents().pending();
		List<SignInInfo> stored = stored();
		return services.accounts().accounts().stream().map(account -> row(account, waiting, pending, stored)).toList();
	}

	private AccountRow row(Account account, List<SignInBroker.Waiting> waiting, List<Pending> pending, List<SignInInfo> stored) {
		Optional<Problem> stuck = waiting.stream().filter(each -> account.endpoints().stream().anyMatch(e -> each.concerns(e.auth())))
				.map(SignInBroker.Waiting::problem).findFirst();
		Optional<Instant> asked = pending.stream().filter(p -> p.account().equals(account.id())).map(Pending::asked).findFirst();
		if (asked.isPresent()) {
			return new AccountRow(account, SignInState.CONSENT_PENDING, asked, Optional.empty(), stuck);
		}
		List<Session> sessions = new ArrayList<>();
		try {
			for (Endpoint endpoint : account.endpoints()) {
				services.broker().session(endpoint.auth()).ifPresent(sessions::add);
			}
		} catch (ProblemException e) {
			return new AccountRow(account, SignInState.WAITING, Optional.empty(), Optional.empty(), Optional.of(e.problem()));
		}
		Optional<Instant> since = sessions.stream().map(Session::issued).min(Comparator.naturalOrder());
		List<SignInInfo> own = stored.stream().filter(info -> info.accounts().contains(account.id())).toList();
		Instant now = services.clock().instant();
		Optional<EndingSignIn> soon = own.stream().flatMap(info -> EndingSignIn.of(info, now).stream()).min(Comparator.comparing(EndingSignIn::end));
		SignInState state = state(account, sessions);
		if (stuck.isPresent() || own.stream().anyMatch(info -> info.verdict() == Verdict.INVALID)) {
			state = SignInState.WAITING;
		} else if (soon.isPresent() && !state.needsUser()) {
			state = SignInState.ENDING;
		}
		return new AccountRow(account, state, since, soon, stuck);
	}

	/** A vault that cannot be read is said by the rows themselves. */
	private List<SignInInfo> stored() {
		try {
			return services.signIns().list();
		} catch (ProblemException e) {
			LOG.debug("how healthy sign-ins are is not known now", e);
			return List.of();
		}
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
