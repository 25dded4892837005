package org.postkontor.discovery;

import java.util.List;
import java.util.Optional;

import org.postkontor.problem.Problem;

/** @param proposals best first; @param asked every source with what it said */
public record DiscoveryResult(List<Proposal> proposals, List<Asked> asked) {
	public DiscoveryResult {
		proposals = List.copyOf(proposals);
		asked = List.copyOf(asked);
	}

	public Optional<Proposal> best() {
		return proposals.stream().findFirst();
	}

	/** What one source said: number of proposals, or a problem; duration in milliseconds. */
	public record Asked(String source, int proposals, Optional<Problem> problem, long millis) {
	}
}
