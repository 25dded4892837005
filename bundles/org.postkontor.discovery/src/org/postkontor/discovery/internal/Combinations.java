package org.postkontor.discovery.internal;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.account.Endpoint;
import org.postkontor.discovery.Proposal;

/** Makes proposals of alternatives: the best pair first, then each alternative of either side once. */
final class Combinations {
	private static final int MOST = 12;

	private final String label;
	private final String source;
	private final String origin;
	private final List<String> notes;

	Combinations(String label, String source, String origin, List<String> notes) {
		this.label = label;
		this.source = source;
		this.origin = origin;
		this.notes = notes;
	}

	/**
	 * @param receiving alternatives, best first
	 * @param sending   alternatives, best first
	 */
	List<Proposal> of(List<Endpoint> receiving, List<Endpoint> sending, boolean trusted) {
		List<List<Endpoint>> pairs = new ArrayList<>();
		if (receiving.isEmpty()) {
			sending.forEach(s -> pairs.add(List.of(s)));
		} else if (sending.isEmpty()) {
			receiving.forEach(r -> pairs.add(List.of(r)));
		} else {
			receiving.forEach(r -> pairs.add(List.of(r, partner(r, sending))));
			sending.forEach(s -> pairs.add(List.of(receiving.get(0), s)));
		}
		return pairs.stream().distinct().limit(MOST).map(p -> new Proposal(label, p, source, origin, trusted, notes)).toList();
	}

	/** Sending with the same kind of sign-in, so that one sign-in is enough; else the best. */
	private static Endpoint partner(Endpoint receiving, List<Endpoint> sending) {
		return sending.stream().filter(s -> s.auth().provider().equals(receiving.auth().provider())).findFirst().orElse(sending.get(0));
	}
}
