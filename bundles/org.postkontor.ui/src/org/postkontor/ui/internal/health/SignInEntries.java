package org.postkontor.ui.internal.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Loads all sign-ins, and those that are only waited for. Blocks. */
public record SignInEntries(UiServices services) implements Operation<List<SignInEntry>> {
	@Override
	public List<SignInEntry> run(IProgressMonitor monitor) throws ProblemException {
		List<Account> accounts = services.accounts().accounts();
		List<Waiting> waiting = services.broker().waiting();
		Set<Waiting> shown = new HashSet<>();
		List<SignInEntry> entries = new ArrayList<>();
		for (SignInInfo info : services.signIns().list()) {
			List<Account> users = accounts.stream().filter(a -> info.accounts().contains(a.id())).toList();
			Optional<Waiting> stuck = waiting.stream().filter(w -> w.provider().equals(info.provider()))
					.filter(w -> users.stream().anyMatch(a -> uses(a, w, Optional.of(info.id())))).findFirst();
			stuck.ifPresent(shown::add);
			entries.add(entry(info.provider(), info.who(), Optional.of(info), users, stuck));
		}
		for (Waiting each : waiting) {
			List<Account> users = accounts.stream().filter(a -> uses(a, each, Optional.empty())).toList();
			if (!shown.contains(each) && !users.isEmpty()) {
				entries.add(entry(each.provider(), each.principal(), Optional.empty(), users, Optional.of(each)));
			}
		}
		for (Pending each : services.consents().pending()) {
			boolean known = entries.stream().anyMatch(e -> e.consent().filter(each::equals).isPresent());
			accounts.stream().filter(a -> !known && a.id().equals(each.account()) && !a.endpoints().isEmpty()).findFirst().ifPresent(a -> entries
					.add(entry(a.endpoints().get(0).auth().provider(), a.endpoints().get(0).auth().principal(), Optional.empty(), List.of(a), Optional.empty())));
		}
		return List.copyOf(entries);
	}

	private SignInEntry entry(String provider, String who, Optional<SignInInfo> stored, List<Account> users, Optional<Waiting> waiting) {
		Instant now = services.clock().instant();
		Optional<Pending> consent = services.consents().pending().stream().filter(p -> users.stream().anyMatch(a -> a.id().equals(p.account()))).findFirst();
		return new SignInEntry(provider, who, services.providers().description(provider), stored,
				stored.map(s -> services.guides().rights(s.rights(), Locale.getDefault())).orElse(List.of()), users, waiting, consent,
				stored.flatMap(s -> EndingSignIn.of(s, now)));
	}

	/** @param session only endpoints bound to it, if given */
	private static boolean uses(Account account, Waiting waiting, Optional<String> session) {
		return account.endpoints().stream().map(e -> e.auth())
				.anyMatch(auth -> waiting.concerns(auth) && (session.isEmpty() || auth.session().equals(session)));
	}
}
