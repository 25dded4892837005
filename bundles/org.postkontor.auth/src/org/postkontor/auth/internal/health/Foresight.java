package org.postkontor.auth.internal.health;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.auth.Session;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;

/**
 * When a sign-in will end if nothing happens; pure. From what the provider put into the session's attributes, from what is
 * known about large providers, and from how earlier sign-ins ended.
 */
final class Foresight {
	/** Session attributes: days as a number, ends as ISO dates or instants. */
	static final String UNUSED_DAYS = "unusedDays";
	static final String TESTING_DAYS = "testingDays";
	static final String REFRESH_EXPIRES = "refreshExpires";
	static final String SECRET_ENDS = "clientSecretEnds";

	/** Microsoft: refresh tokens live 90 days without use. Google: six months. */
	private static final Map<String, Long> UNUSED = Map.of("login.microsoftonline.com", 90L, "login.microsoftonline.us", 90L,
			"login.partner.microsoftonline.cn", 90L, "accounts.google.com", 180L);
	/** Google: projects in the publishing status "testing" get refresh tokens for seven days. */
	private static final String TESTING_ISSUER = "accounts.google.com";
	private static final Duration TESTING = Duration.ofDays(7);
	/** Refresh tokens that always live for hours or days only are renewed by every use: nothing to warn of. */
	private static final Duration SHORT_LIVED = Duration.ofDays(14);
	private static final Duration TOLERANCE = Duration.ofHours(12);

	private Foresight() {
	}

	/**
	 * @param own        ends of this user's sign-ins
	 * @param client     ends of all sign-ins with the same registered application
	 * @param secretEnds declared end of the application's secret
	 */
	static Optional<ForeseeableEnd> of(Session session, List<End> own, List<End> client, Optional<Instant> secretEnds) {
		Optional<Duration> testing = testing(session, client);
		return Stream
				.of(unused(session).map(days -> new ForeseeableEnd(session.refreshed().plus(days), Reason.UNUSED)),
						testing.map(life -> new ForeseeableEnd(session.issued().plus(life), Reason.TESTING)),
						testing.isPresent() ? Optional.<ForeseeableEnd>empty()
								: frequency(own).map(life -> new ForeseeableEnd(session.issued().plus(life), Reason.FREQUENCY)),
						secretEnds.or(() -> date(session.attribute(SECRET_ENDS))).map(at -> new ForeseeableEnd(at, Reason.CLIENT_SECRET)))
				.flatMap(Optional::stream).min(Comparator.comparing(ForeseeableEnd::at));
	}

	/** How long it may lie unused: as the provider told with the refresh token, or by its rule. */
	static Optional<Duration> unused(Session session) {
		Optional<Duration> told = date(session.attribute(REFRESH_EXPIRES)).map(end -> Duration.between(session.refreshed(), end))
				.filter(life -> life.compareTo(SHORT_LIVED) >= 0);
		Optional<Duration> rule = days(session, UNUSED_DAYS).or(() -> Optional.ofNullable(UNUSED.get(host(session.issuer()))).map(Duration::ofDays));
		return Stream.of(told, rule).flatMap(Optional::stream).min(Comparator.naturalOrder());
	}

	/** An ISO date, or an instant. */
	static Optional<Instant> date(Optional<String> text) {
		try {
			return text.filter(date -> !date.isBlank())
					.map(date -> date.contains("T") ? Instant.parse(date) : LocalDate.parse(date.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty(); // a typing mistake in a setting only costs the warning
		}
	}

	private static Optional<Duration> testing(Session session, List<End> client) {
		boolean seen = TESTING_ISSUER.equals(host(session.issuer()))
				&& client.stream().anyMatch(end -> end.isExact() && end.life().minus(TESTING).abs().compareTo(TOLERANCE) <= 0);
		return days(session, TESTING_DAYS).or(() -> seen ? Optional.of(TESTING) : Optional.empty());
	}

	/** Said by the provider once, or the same life twice. */
	private static Optional<Duration> frequency(List<End> ends) {
		List<End> exact = ends.stream().filter(End::isExact).toList();
		Optional<Duration> said = exact.stream().filter(End::frequency).map(End::life).reduce((first, last) -> last);
		return said.or(() -> exact.size() >= 2 && similar(exact.get(exact.size() - 2).life(), exact.getLast().life())
				? Optional.of(shorter(exact.get(exact.size() - 2).life(), exact.getLast().life()))
				: Optional.empty());
	}

	private static boolean similar(Duration one, Duration other) {
		return one.minus(other).abs().compareTo(shorter(one, other).dividedBy(10)) <= 0;
	}

	private static Duration shorter(Duration one, Duration other) {
		return one.compareTo(other) < 0 ? one : other;
	}

	private static Optional<Duration> days(Session session, String attribute) {
		return session.attribute(attribute).filter(text -> text.matches("[1-9]\\d{0,4}")).map(text -> Duration.ofDays(Long.parseLong(text)));
	}

	private static String host(String issuer) {
		try {
			return String.valueOf(URI.create(issuer).getHost());
		} catch (IllegalArgumentException e) {
			return "";
		}
	}
}
