package org.postkontor.ui.internal.outbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.postkontor.outbox.OutboxId;

/** Finds the mails that came to be likely to miss their deadline since the last look. Not thread-safe. */
public final class DeadlineWatch {
	private Set<OutboxId> told = Set.of();

	/** Mails to warn about; each once, unless it was out of danger meanwhile. */
	public List<OutboxRow> look(List<OutboxRow> rows) {
		List<OutboxRow> endangered = rows.stream().filter(OutboxRow::atRisk).toList();
		List<OutboxRow> news = endangered.stream().filter(r -> !told.contains(r.entry().id())).toList();
		Set<OutboxId> now = new HashSet<>();
		endangered.forEach(r -> now.add(r.entry().id()));
		told = now;
		return news;
	}

	/** When a look is worth while although nothing changes: the time alone brings the next mail of a lane that stands still into danger. */
	public static Optional<Instant> nextLook(List<OutboxRow> rows) {
		return rows.stream().filter(r -> !r.atRisk() && r.entry().state().isWaiting()).flatMap(r -> r.entry().options().notAfter().stream())
				.map(DeadlineRisk::begins).min(Instant::compareTo);
	}
}
