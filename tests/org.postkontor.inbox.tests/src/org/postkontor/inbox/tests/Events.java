package org.postkontor.inbox.tests;

import java.util.List;

import org.postkontor.inbox.InboxWatcher;
import org.postkontor.problem.Problem;

/** What a watch told, in words. */
record Events(List<String> events) implements InboxWatcher {
	@Override
	public void received(int count) {
		events.add("received " + count);
	}

	@Override
	public void lost(Problem problem) {
		events.add("lost " + problem.kind());
	}

	@Override
	public void regained() {
		events.add("regained");
	}
}
