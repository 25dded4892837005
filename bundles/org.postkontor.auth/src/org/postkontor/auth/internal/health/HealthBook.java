package org.postkontor.auth.internal.health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.postkontor.auth.Session;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down how each use of a sign-in went. Written to disk only for what a restart must not forget: the day of the last
 * use, a refusal for good, and that it is over. A disk that fails takes no credential away. Called under the session's lock.
 */
public final class HealthBook {
	private static final Logger LOG = LoggerFactory.getLogger(HealthBook.class);
	private static final Duration DAY = Duration.ofDays(1);
	/** Microsoft: "the session has expired or is invalid due to sign-in frequency checks"; only a hint for the next end. */
	private static final Pattern FREQUENCY = Pattern.compile("\\b(AADSTS)?70043\\b");

	private final HealthFiles files;
	private final Clock clock;
	/** What is newer than the file. */
	private final Map<String, Health> recent = new ConcurrentHashMap<>();
	/** Passing reasons of the last failure. */
	private final Map<String, Problem> passing = new ConcurrentHashMap<>();

	public HealthBook(Path folder, Clock clock) {
		this.files = new HealthFiles(folder);
		this.clock = clock;
	}

	/** A credential was given out. */
	public void used(Session session) {
		passing.remove(session.id());
		Health before = of(session);
		Health now = before.used(clock.instant());
		recent.put(session.id(), now);
		if (before.refusal().isPresent() || before.used().filter(used -> day(used) == day(clock.instant())).isEmpty()) {
			write(session.id(), now);
		}
	}

	/** No credential could be given out. */
	public void failed(Session session, Problem problem) {
		switch (problem.kind()) {
		case SIGN_IN_NEEDED, CONSENT_NEEDED -> needsPerson(session, problem);
		case CANCELLED, BUSY -> LOG.debug("says nothing about the sign-in: {}", problem.id());
		default -> passing.put(session.id(), problem);
		}
	}

	/** A person signed in, or consent came. */
	public void renewed(Session session) {
		passing.remove(session.id());
		Health before = of(session);
		if (before.refusal().isPresent()) {
			recent.put(session.id(), before.renewed());
			write(session.id(), before.renewed());
		}
	}

	/** Signed out. */
	public void forget(String id) {
		recent.remove(id);
		passing.remove(id);
		try {
			files.remove(id);
		} catch (IOException e) {
			LOG.warn("The health of a removed sign-in stays on disk", e);
		}
	}

	/** Why the last try failed, if that says nothing about the sign-in. */
	Optional<Problem> passing(String id) {
		return Optional.ofNullable(passing.get(id));
	}

	/** What another process wrote counts unless this one knows something newer. */
	Health of(Session session) {
		Health stored = read(session);
		Health own = recent.get(session.id());
		return own != null && isNewer(own, stored) ? own : stored;
	}

	/** How sign-ins with the same registered application ended. */
	List<End> endsOf(Session session) {
		try {
			return files.all().stream().filter(health -> health.issuer().equals(session.issuer()) && health.clientId().equals(session.clientId()))
					.flatMap(health -> health.ends().stream()).toList();
		} catch (IOException e) {
			LOG.warn("Nothing is learnt from earlier sign-ins", e);
			return List.of();
		}
	}

	private void needsPerson(Session session, Problem problem) {
		Health before = of(session);
		boolean known = before.problem(session).filter(old -> old.id().equals(problem.id())).isPresent();
		boolean refused = problem.kind() == ProblemKind.SIGN_IN_NEEDED && problem.details().containsKey("error");
		Optional<End> end = refused ? Optional.of(new End(session.issued(), session.refreshed(), clock.instant(), isFrequency(problem))) : Optional.empty();
		Health now = before.ended(problem, clock.instant(), end);
		recent.put(session.id(), now);
		if (!known || now.ends().size() != before.ends().size()) {
			write(session.id(), now);
		}
	}

	private Health read(Session session) {
		try {
			return files.read(session.id()).orElse(Health.unknown(session));
		} catch (IOException | HealthJson.NewerFormatException e) {
			LOG.debug("The health of a sign-in is not known", e);
			return Health.unknown(session);
		}
	}

	private void write(String id, Health health) {
		try {
			files.read(id); // a newer format is left untouched
			files.write(id, health);
		} catch (IOException | HealthJson.NewerFormatException e) {
			LOG.warn("The health of a sign-in could not be kept", e);
		}
	}

	private static boolean isNewer(Health own, Health stored) {
		Instant never = Instant.MIN;
		return !own.used().orElse(never).isBefore(stored.used().orElse(never)) && own.ends().size() >= stored.ends().size();
	}

	private static boolean isFrequency(Problem problem) {
		return problem.details().values().stream().anyMatch(text -> FREQUENCY.matcher(text).find());
	}

	private static long day(Instant instant) {
		return instant.getEpochSecond() / DAY.toSeconds();
	}
}
