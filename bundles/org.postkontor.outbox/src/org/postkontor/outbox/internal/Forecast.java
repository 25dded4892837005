package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

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
		// Places in the list: those whose time has come in the order of the list, the others in the order of their times.
		PriorityQueue<Integer> ready = new PriorityQueue<>();
		PriorityQueue<Integer> later = new PriorityQueue<>(Comparator.comparing((Integer place) -> due(waiting.get(place))).thenComparing(place -> place));
		IntStream.range(0, waiting.size()).forEach(later::add);
		List<HandedOver> sent = new ArrayList<>(past);
		int gone = 0;
		Instant time = start;
		while (!ready.isEmpty() || !later.isEmpty()) {
			for (Integer soonest = later.peek(); soonest != null && !due(waiting.get(soonest)).isAfter(time); soonest = later.peek()) {
				ready.add(later.remove());
			}
			OutboxEntry next = waiting.get(ready.isEmpty() ? later.remove() : ready.remove());
			int recipients = next.envelope().recipients().size() - next.recipients().size();
			Instant due = next.nextAttempt().orElse(time);
			gone = gone(sent, gone, time);
			time = budget.next(sent.subList(gone, sent.size()), Math.max(1, recipients), due.isAfter(time) ? due : time);
			expected.put(next.id(), time);
			sent.add(new HandedOver(time, Math.max(1, recipients)));
			time = time.plus(budget.pace().filter(pace -> pace.compareTo(ONE_MAIL) < 0).orElse(ONE_MAIL));
		}
		return expected;
	}

	private static Instant due(OutboxEntry entry) {
		return entry.nextAttempt().orElse(Instant.MIN);
	}

	/** How many of the oldest no limit can see any more; so many were counted before. Time only goes on. */
	private int gone(List<HandedOver> sent, int before, Instant time) {
		Instant edge = time.minus(budget.recipientsPerDay().isPresent() ? SendingBudget.DAY : SendingBudget.MINUTE);
		int gone = before;
		while (gone < sent.size() && !sent.get(gone).at().isAfter(edge)) {
			gone++;
		}
		return gone;
	}
}
