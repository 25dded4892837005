package org.postkontor.ui.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.AccountId;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.ui.internal.Formats;

/**
 * A sign-in that ends soon: within a week; if it lives for less than two weeks in all, only in the second half of its life.
 *
 * @param now when that was found
 */
public record EndingSignIn(String who, List<AccountId> accounts, Instant now, Instant end) {
	private static final Duration WARNING = Duration.ofDays(7);

	public EndingSignIn {
		accounts = List.copyOf(accounts);
	}

	/** Empty if it does not end soon, or if nothing is known. */
	public static Optional<EndingSignIn> of(SignInInfo info, Instant now) {
		return info.end().filter(end -> isNear(info, end.at(), now)).map(end -> new EndingSignIn(info.who(), info.accounts(), now, end.at()));
	}

	private static boolean isNear(SignInInfo info, Instant end, Instant now) {
		Instant start = info.refreshed().isAfter(info.issued()) ? info.refreshed() : info.issued();
		Duration half = Duration.between(start, end).dividedBy(2);
		return !now.isBefore(end.minus(half.compareTo(WARNING) < 0 ? half : WARNING));
	}

	/** "today", "tomorrow", "in 5 days". */
	public String when(Formats formats) {
		LocalDate today = now.atZone(formats.zone()).toLocalDate();
		long days = ChronoUnit.DAYS.between(today, end.atZone(formats.zone()).toLocalDate());
		return days <= 0 ? HealthMessages.today : days == 1 ? HealthMessages.tomorrow : NLS.bind(HealthMessages.inDays, days);
	}
}
