package org.postkontor.ui.internal.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;

/**
 * One identity: stored, waited for, or both.
 *
 * @param provider    id
 * @param description empty if the provider is not installed any more
 * @param stored      empty if nobody signed in yet
 * @param rights      in plain words
 * @param consent     that an account of it waits for
 * @param ending      set if it ends soon
 */
public record SignInEntry(String provider, String who, Optional<ProviderDescription> description, Optional<SignInInfo> stored, List<Right> rights,
		List<Account> accounts, Optional<Waiting> waiting, Optional<Pending> consent, Optional<EndingSignIn> ending) {
	public SignInEntry {
		rights = List.copyOf(rights);
		accounts = List.copyOf(accounts);
	}

	/** Stays the same when the list is loaded anew. */
	public String key() {
		return stored.map(SignInInfo::id).orElseGet(() -> provider + ' ' + who.toLowerCase(Locale.ROOT));
	}

	public HealthState state() {
		if (consent.isPresent()) {
			return HealthState.CONSENT_PENDING;
		}
		if (waiting.isPresent() || stored.filter(s -> s.verdict() == Verdict.INVALID).isPresent()) {
			return HealthState.NEEDED;
		}
		if (ending.isPresent()) {
			return HealthState.ENDING;
		}
		return stored.filter(s -> s.verdict() == Verdict.VALID).isPresent() ? HealthState.VALID : HealthState.UNKNOWN;
	}

	/** Why it does not work now, or why the last try failed. */
	public Optional<Problem> problem() {
		return waiting.map(Waiting::problem).or(() -> stored.flatMap(SignInInfo::problem));
	}

	/** When it will end, for sorting: what ends first is first. */
	public Instant end() {
		return stored.flatMap(SignInInfo::end).map(e -> e.at()).orElse(Instant.MAX);
	}

	public boolean isPassword() {
		return description.filter(d -> "password".equals(d.kind())).isPresent();
	}
}
