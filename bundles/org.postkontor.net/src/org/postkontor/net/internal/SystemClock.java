package org.postkontor.net.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;

/** The one place that reads the computer's clock, as OSGi service {@code java.time.Clock}. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {
	private final Clock clock;

	public SystemClock() {
		this(Clock.systemUTC());
	}

	private SystemClock(Clock clock) {
		this.clock = clock;
	}

	@Override
	public ZoneId getZone() {
		return clock.getZone();
	}

	@Override
	public Clock withZone(@Nullable ZoneId zone) {
		return new SystemClock(clock.withZone(zone));
	}

	@Override
	public Instant instant() {
		return clock.instant();
	}
}
