package org.postkontor.auth.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.problem.Problem;

/** Puts together what is known about a stored sign-in. */
public final class HealthReport {
	/** Binding setting: when the secret of the application's registration ends, as ISO date. */
	private static final String SECRET_ENDS = Foresight.SECRET_ENDS;
	/** Where nothing is known about idle times: some servers end a session after 30 days. */
	private static final Duration SHORTEST_IDLE = Duration.ofDays(30);
	/** A tenth of the time is soon enough to survive long holidays. */
	private static final int PART = 10;

	private final HealthBook book;
	private final Clock clock;

	public HealthReport(HealthBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	/** @param all accounts, of which those that use the session are named */
	public SignInInfo of(Session session, List<Account> all) {
		Health health = book.of(session);
		Optional<Problem> problem = health.problem(session);
		List<Account> users = all.stream().filter(account -> account.endpoints().stream().anyMatch(endpoint -> endpoint.auth().uses(session.id()))).toList();
		Optional<ForeseeableEnd> end = problem.isPresent() ? Optional.empty()
				: Foresight.of(session, health.ends(), book.endsOf(session), secretEnds(session, users));
		return new SignInInfo(session.id(), session.provider(), session.names().isEmpty() ? session.subject() : session.names().getFirst(),
				session.attribute("tenantName").or(() -> session.attribute("tenant")), session.scopes(), session.issued(), session.refreshed(), health.used(),
				end, verdict(session, health), problem.or(() -> book.passing(session.id())), users.stream().map(Account::id).toList());
	}

	/** Whether it was left alone for so long that a refresh is due; not if it already needs a person. */
	public boolean isIdle(Session session) {
		Duration allowed = Foresight.unused(session).orElse(SHORTEST_IDLE).dividedBy(PART);
		return book.of(session).problem(session).isEmpty() && !clock.instant().isBefore(session.refreshed().plus(allowed));
	}

	private Verdict verdict(Session session, Health health) {
		if (health.problem(session).isPresent()) {
			return Verdict.INVALID;
		}
		return book.passing(session.id()).isPresent() || health.used().isEmpty() ? Verdict.UNKNOWN : Verdict.VALID;
	}

	private static Optional<Instant> secretEnds(Session session, List<Account> users) {
		return users.stream().flatMap(account -> account.endpoints().stream()).filter(endpoint -> endpoint.auth().uses(session.id()))
				.map(endpoint -> Foresight.date(Optional.ofNullable(endpoint.auth().settings().get(SECRET_ENDS)))).flatMap(Optional::stream)
				.min(Comparator.naturalOrder());
	}
}
