package org.postkontor.ui.internal.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the user wants to be reminded: what is snoozed, for each identity, and what was said today. Kept in the preferences of
 * this user, but for what ends with the session. Thread-safe.
 */
@Component(service = ReminderTimes.class)
public final class ReminderTimes {
	private static final Logger LOG = LoggerFactory.getLogger(ReminderTimes.class);
	private static final LocalTime MORNING = LocalTime.of(6, 0);
	private static final String WARNED = "warned";

	private final Clock clock;
	private final ZoneId zone;
	private final Preferences snoozed;
	private final Preferences said;
	private final Map<String, Instant> ends = new HashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	@Activate
	public ReminderTimes(@Reference Clock clock) {
		this(clock, ZoneId.systemDefault(), InstanceScope.INSTANCE.getNode("org.postkontor.ui.reminders"));
	}

	/** @param store where times are kept; other children of it are left alone */
	public ReminderTimes(Clock clock, ZoneId zone, Preferences store) {
		this.clock = clock;
		this.zone = zone;
		this.snoozed = store.node("snoozed");
		this.said = store.node("said");
		try {
			for (String identity : snoozed.keys()) {
				ends.put(identity, Instant.ofEpochSecond(snoozed.getLong(identity, 0)));
			}
		} catch (BackingStoreException e) {
			LOG.warn("what was snoozed is not known any more", e);
		}
	}

	public void snooze(String identity, SnoozeTime time) {
		Instant end = switch (time) {
		case HOUR -> clock.instant().plus(Duration.ofHours(1));
		case TOMORROW -> clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
		case SESSION -> Instant.MAX;
		};
		synchronized (ends) {
			ends.put(identity, end);
			if (time == SnoozeTime.SESSION) {
				snoozed.remove(identity);
			} else {
				snoozed.putLong(identity, end.getEpochSecond());
			}
		}
		changed();
	}

	public boolean isSnoozed(String identity) {
		synchronized (ends) {
			return ends.getOrDefault(identity, Instant.MIN).isAfter(clock.instant());
		}
	}

	public boolean anySnoozed() {
		synchronized (ends) {
			return ends.values().stream().anyMatch(end -> end.isAfter(clock.instant()));
		}
	}

	/** When the next reminder comes back by itself. */
	public Optional<Instant> nextEnd() {
		synchronized (ends) {
			return ends.values().stream().filter(end -> end.isAfter(clock.instant()) && !end.equals(Instant.MAX)).min(Instant::compareTo);
		}
	}

	/** After a sign-in: when it is needed the next time, that is news. */
	public void forget(String identity) {
		synchronized (ends) {
			if (ends.remove(identity) == null) {
				return;
			}
			snoozed.remove(identity);
		}
		changed();
	}

	/** Reminds of everything again. */
	public void forgetAll() {
		synchronized (ends) {
			ends.keySet().forEach(snoozed::remove);
			ends.clear();
		}
		changed();
	}

	/** True once on each day: the caller warns then. */
	public boolean firstWarningToday() {
		long today = clock.instant().atZone(zone).toLocalDate().toEpochDay();
		synchronized (ends) {
			if (said.getLong(WARNED, Long.MIN_VALUE) == today) {
				return false;
			}
			said.putLong(WARNED, today);
		}
		flush();
		return true;
	}

	/** Called, on any thread, after the user changed something. Removed by closing. */
	public AutoCloseable listen(Runnable onChange) {
		Runnable own = onChange::run; // the same listener may be added twice
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	private void changed() {
		listeners.forEach(Runnable::run);
		flush();
	}

	private void flush() {
		try {
			said.flush();
			snoozed.flush();
		} catch (BackingStoreException e) {
			LOG.warn("what was snoozed is forgotten at the end of this session", e);
		}
	}
}
