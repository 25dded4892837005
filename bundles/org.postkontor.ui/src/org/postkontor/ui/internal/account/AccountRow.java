package org.postkontor.ui.internal.account;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.health.EndingSignIn;

/**
 * An account as the list shows it.
 *
 * @param since   time of the oldest sign-in it uses; for a pending consent, when the administrator was asked
 * @param ending  the sign-in that ends soon
 * @param problem why the sign-in cannot be used now
 */
public record AccountRow(Account account, SignInState state, Optional<Instant> since, Optional<EndingSignIn> ending, Optional<Problem> problem) {
	/** Hosts with their protocols, receiving first. */
	public String servers() {
		return account.endpoints().stream().map(e -> e.protocol() + " " + e.host()).collect(Collectors.joining(", "));
	}

	public String stateText(Formats formats) {
		return switch (state) {
		case SIGNED_IN -> since.map(s -> NLS.bind(AccountMessages.stateSignedInSince, formats.date(s))).orElse(AccountMessages.stateSignedIn);
		case PASSWORD -> AccountMessages.statePassword;
		case ENDING -> ending.map(e -> NLS.bind(AccountMessages.stateEnding, e.when(formats))).orElse(AccountMessages.stateSignedIn);
		case CONSENT_PENDING -> since.map(s -> NLS.bind(AccountMessages.stateConsent, formats.date(s))).orElse("");
		case PARTLY -> AccountMessages.statePartly;
		case NOT_SIGNED_IN -> AccountMessages.stateNotSignedIn;
		case WAITING -> AccountMessages.stateWaiting;
		};
	}
}
