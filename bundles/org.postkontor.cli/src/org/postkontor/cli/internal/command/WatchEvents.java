package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.account.MailAddress;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.problem.Problem;

/** Writes what a watch sees when it sees it, and counts. */
final class WatchEvents implements InboxWatcher {
	private final Invocation invocation;
	private final MailAddress address;
	private int received;

	WatchEvents(Invocation invocation, MailAddress address) {
		this.invocation = invocation;
		this.address = address;
	}

	/** How many mails came in all. */
	int count() {
		return received;
	}

	@Override
	public void received(int count) {
		received += count;
		invocation.output().event(new Json().text("event", "received").number("count", count).object(),
				List.of(invocation.texts().get("inbox.received", "address", address, "count", count)));
	}

	@Override
	public void lost(Problem problem) {
		List<String> lines = new ArrayList<>(List.of(invocation.texts().get("inbox.lost", "address", address)));
		lines.addAll(invocation.wording().lines(problem));
		invocation.output().event(new Json().text("event", "lost").add("problem", invocation.wording().json(problem)).object(), lines);
	}

	@Override
	public void regained() {
		invocation.output().event(new Json().text("event", "regained").object(), List.of(invocation.texts().get("inbox.regained", "address", address)));
	}
}
