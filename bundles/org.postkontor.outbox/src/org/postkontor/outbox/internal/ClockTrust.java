package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Whether the clock can be believed when it says that something has grown old. It is, as long as it is at most a month away
 * from what it said at the last look. After a longer leap, ahead or back, nothing counts as old until the clock has gone on
 * for a month from there without another leap: a computer that was switched off for long tidies a month later, and with a
 * clock that is years ahead nobody works for a month, since no server's certificate is valid then. Immutable.
 *
 * @param believed what the clock said when it was believed last
 * @param doubt    since it was not
 */
public record ClockTrust(Instant believed, Optional<Doubt> doubt) {
	static final Duration LEAP = Duration.ofDays(31);
	private static final Duration LITTLE = Duration.ofHours(1);
	static final Duration PROOF = Duration.ofDays(30);

	/** @param since what the clock said after the leap @param last what it said at the last look */
	public record Doubt(Instant since, Instant last) {
	}

	public static ClockTrust in(Instant clock) {
		return new ClockTrust(clock, Optional.empty());
	}

	public boolean isGiven() {
		return doubt.isEmpty();
	}

	/** After a look at the clock. */
	public ClockTrust look(Instant now) {
		if (isNear(believed, now)) {
			return in(now);
		}
		Doubt before = doubt.filter(d -> isNear(d.last(), now) && !now.isBefore(d.since())).orElse(new Doubt(now, now));
		return now.isBefore(before.since().plus(PROOF)) ? new ClockTrust(believed, Optional.of(new Doubt(before.since(), now))) : in(now);
	}

	/** So little more that it need not be written down. */
	boolean isNear(ClockTrust other) {
		return doubt.equals(other.doubt) && Duration.between(believed, other.believed).abs().compareTo(LITTLE) < 0;
	}

	private static boolean isNear(Instant one, Instant other) {
		return Duration.between(one, other).abs().compareTo(LEAP) <= 0;
	}

	/** As it is stored. */
	public String write() {
		List<Instant> times = doubt.map(d -> List.of(believed, d.since(), d.last())).orElse(List.of(believed));
		return String.join(" ", times.stream().map(time -> Long.toString(time.toEpochMilli())).toList());
	}

	/** Empty if nothing was stored, or what nobody can read. */
	public static Optional<ClockTrust> read(@Nullable String stored) {
		if (stored == null || !stored.matches("-?\\d{1,18}( -?\\d{1,18} -?\\d{1,18})?")) {
			return Optional.empty();
		}
		List<Instant> times = Arrays.stream(stored.split(" ")).map(Long::parseLong).map(Instant::ofEpochMilli).toList();
		return Optional.of(new ClockTrust(times.get(0), times.size() > 1 ? Optional.of(new Doubt(times.get(1), times.get(2))) : Optional.empty()));
	}
}
