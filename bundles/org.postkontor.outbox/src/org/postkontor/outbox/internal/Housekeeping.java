package org.postkontor.outbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Tidying;
import org.postkontor.problem.ProblemException;

/**
 * What is done when nothing has to be sent: bytes go that nobody can want back, sent mails leave the list, the log is cleared.
 * By whoever holds the lock for draining, in small portions; it stops when a mail is due and goes on at the next call.
 */
final class Housekeeping {
	/** How long a removed mail can be restored. */
	private static final Duration RESTORABLE = Duration.ofMinutes(10);
	/** A sent mail that somebody brought back stays at least so long, whatever the rule. */
	private static final Duration BROUGHT_BACK = Duration.ofDays(1);
	/** The rest waits for the next call. */
	private static final int MOST_PORTIONS = 20;
	private static final String CLOCK = "clock";

	private final OutboxCore core;
	private final SettingTable settings;
	private final Interval calls = new Interval(RESTORABLE);
	private final Interval ages = new Interval(Duration.ofHours(1));

	Housekeeping(OutboxCore core, SettingTable settings) {
		this.core = core;
		this.settings = settings;
	}

	/** One portion; true if there may be more. */
	@FunctionalInterface
	private interface Portion {
		boolean run() throws ProblemException;
	}

	/** Whether it is worth a call although nothing was drained; true once in some minutes. */
	boolean isTime(Instant now) {
		return calls.isTime(now);
	}

	/** With the next call, whatever was looked at before. */
	void soon() {
		calls.soon();
		ages.soon();
	}

	/** Under the lock for draining. What has to be old is looked at once an hour. */
	void run(Instant now) throws ProblemException {
		giveUp(now);
		Tidying rule = core.tidying().get();
		if (ages.isTime(now) && isClockTrusted(now)) {
			tidy(rule, now);
			repeat(() -> core.retention().clear(now));
		} else {
			tidy(new Tidying(rule.afterFiling().filter(Duration::isZero), rule.withoutCopy().filter(Duration::isZero)), now);
		}
	}

	/** The bytes of removed mails go when nobody can want them back any more. */
	private void giveUp(Instant now) throws ProblemException {
		Instant before = now.minus(RESTORABLE);
		repeat(() -> {
			List<OutboxId> over = core.list().restorable(before);
			if (!over.isEmpty()) {
				List<OutboxId> given = core.list().giveUp(over, before);
				hit("after-given-up");
				core.forgetDone(given);
			}
			return over.size() == MailList.PORTION;
		});
	}

	private void hit(String label) throws ProblemException {
		try {
			core.around().crash().hit(label);
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(core.spool().folder(), e);
		}
	}

	/** Before anybody looked, the newest entry of the log says what the clock was. */
	private boolean isClockTrusted(Instant now) throws ProblemException {
		Optional<ClockTrust> stored = settings.value(CLOCK).flatMap(ClockTrust::read);
		ClockTrust before = stored.isPresent() ? stored.get() : ClockTrust.in(core.log().last().orElse(now));
		ClockTrust after = before.look(now);
		if (stored.isEmpty() || !after.isNear(before)) {
			settings.value("record-clock", CLOCK, after.write());
		}
		return after.isGiven();
	}

	private void tidy(Tidying rule, Instant now) throws ProblemException {
		if (rule.equals(Tidying.NEVER)) {
			return;
		}
		MailList.Found[] found = { MailList.Found.START };
		repeat(() -> {
			found[0] = core.list().filed(found[0], edge(rule.afterFiling(), now), edge(rule.withoutCopy(), now), now.minus(BROUGHT_BACK));
			if (!found[0].ids().isEmpty() && !core.list().hide("record-tidied", found[0].ids(), now).isEmpty()) {
				core.changes().changed();
			}
			return !found[0].isLast();
		});
	}

	/** At once needs no clock. */
	private static Instant edge(Optional<Duration> keep, Instant now) {
		return keep.map(time -> time.isZero() ? Instant.ofEpochMilli(Long.MAX_VALUE) : now.minus(time)).orElse(Instant.ofEpochMilli(Long.MIN_VALUE));
	}

	private void repeat(Portion portion) throws ProblemException {
		for (int portions = 1; portion.run(); portions++) {
			if (portions == MOST_PORTIONS || core.isClosing() || isMailDue()) {
				soon();
				return;
			}
		}
	}

	private boolean isMailDue() throws ProblemException {
		Instant now = core.around().now();
		return core.due().next(now).filter(due -> !due.isAfter(now)).isPresent();
	}
}
