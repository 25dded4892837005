package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.SendingBudget.HandedOver;

/** When the mails of one lane will be handed over, if nothing goes wrong. Pure. */
public final class Forecast {
	/** For a mail of ordinary size on an ordinary line. */
	static final Duration ONE_MAIL = Duration.ofSeconds(1);

	private final SendingBudget budget;

	public Forecast(SendingBudget budget) {
		this.budget = budget;
	}

	/**
	 * @param waiting the most urgent first
	 * @param past    what was handed over during the last day, oldest first
	 * @param start   when the lane runs (again)
	 */
	public Map<OutboxId, Instant> expect(List<OutboxEntry> waiting, List<HandedOver> past, Instant start) {
		Map<OutboxId, Instant> expected = new LinkedHashMap<>();
		List<OutboxEntry> open = new ArrayList<>(waiting);
		List<HandedOver> sent = new ArrayList<>(past);
		Instant time = start;
		while (!open.isEmpty()) {
			OutboxEntry next = nextAt(open, time);
			open.remove(next);
			int recipients = next.envelope().recipients().size() - next.recipients().size();
			Instant due = next.nextAttempt().orElse(time);
			time = budget.next(recent(sent, time), Math.max(1, recipients), due.isAfter(time) ? due : time);
			expected.put(next.id(), time);
			sent.add(new HandedOver(time, Math.max(1, recipients)));
			time = time.plus(budget.pace().filter(pace -> pace.compareTo(ONE_MAIL) < 0).orElse(ONE_MAIL));
		}
		return expected;
	}

	/** The first one that is due then, or else the one that is due next. */
	private static OutboxEntry nextAt(List<OutboxEntry> open, Instant time) {
		OutboxEntry soonest = open.get(0);
		for (OutboxEntry entry : open) {
			if (!due(entry).isAfter(time)) {
				return entry;
			}
			if (due(entry).isBefore(due(soonest))) {
				soonest = entry;
			}
		}
		return soonest;
	}

	private static Instant due(OutboxEntry entry) {
		return entry.nextAttempt().orElse(Instant.MIN);
	}

	/** Counting is linear in what lies in the window; what a limit cannot see any more is left out. */
	private List<HandedOver> recent(List<HandedOver> sent, Instant time) {
		Instant edge = time.minus(budget.recipientsPerDay().isPresent() ? SendingBudget.DAY : SendingBudget.MINUTE);
		int first = 0;
		while (first < sent.size() && !sent.get(first).at().isAfter(edge)) {
			first++;
		}
		return sent.subList(first, sent.size());
	}
}
