package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.ServerReply;
import org.postkontor.problem.Problem;
import org.postkontor.transport.Peer;

/** An attempt of which not all rows are read yet. */
final class OpenAttempt {
	private final Instant started;
	private final Optional<Peer> peer;
	private Optional<Instant> handedOver = Optional.empty();
	private Attempt.Outcome outcome = Attempt.Outcome.OPEN;
	private MailState state;
	private @Nullable LogRow end;

	OpenAttempt(Instant started, Optional<Peer> peer, MailState state) {
		this.started = started;
		this.peer = peer;
		this.state = state;
	}

	void handedOver(Instant at) {
		handedOver = Optional.of(at);
	}

	/** Somebody stopped the mail while it was being sent; what its sender says afterwards still counts. */
	void stopped(MailState now) {
		outcome = Attempt.Outcome.STOPPED;
		state = now;
	}

	void end(LogRow row, Attempt.Outcome how) {
		end = row;
		outcome = how;
		state = row.state();
	}

	Attempt attempt() {
		LogRow last = end;
		if (last == null) {
			return new Attempt(started, handedOver, Optional.empty(), peer, outcome, state, ServerReply.of(""), Map.of(), Optional.empty());
		}
		String reply = last.reply().isEmpty() ? last.problem().map(Problem::details).map(details -> details.getOrDefault("reply", "")).orElse("")
				: last.reply();
		return new Attempt(started, handedOver, Optional.of(last.at()), last.peer().or(() -> peer), outcome, state, ServerReply.of(reply),
				last.recipients(), last.problem());
	}
}
