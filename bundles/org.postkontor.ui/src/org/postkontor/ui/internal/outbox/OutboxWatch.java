package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;

/** Finds the mails that came to need a person since the last look. Not thread-safe. */
public final class OutboxWatch {
	private static final Set<MailState> STUCK = Set.of(MailState.HELD, MailState.REJECTED, MailState.IN_DOUBT);

	private Set<OutboxId> known = Set.of();
	private boolean first = true;

	/** Mails to tell the user about: those with a problem that was not there before and that is not the user's own doing; none at the first look. */
	public List<OutboxEntry> look(List<OutboxEntry> entries) {
		List<OutboxEntry> stuck = entries.stream().filter(e -> STUCK.contains(e.state()) && e.problem().filter(p -> p.kind() != ProblemKind.CANCELLED).isPresent()).toList();
		List<OutboxEntry> news = first ? List.of() : stuck.stream().filter(e -> !known.contains(e.id())).toList();
		known = stuck.stream().map(OutboxEntry::id).collect(Collectors.toSet());
		first = false;
		return news;
	}
}
