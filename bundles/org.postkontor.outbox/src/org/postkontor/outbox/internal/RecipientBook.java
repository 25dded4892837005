package org.postkontor.outbox.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Who got a mail and who did not, recipient by recipient. An accepted recipient is crossed off for good. */
public record RecipientBook(List<String> all, Map<String, RecipientResult> results) {
	/** RFC 5321 4.5.3.1.8: servers take at least this many. */
	public static final int CHUNK = 100;

	public RecipientBook {
		results = Map.copyOf(results);
	}

	/** The recipients of the next attempt: untried ones before deferred ones. */
	public Set<String> nextChunk() {
		Set<String> open = untried().isEmpty() ? deferred() : untried();
		return open.stream().limit(CHUNK).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** All that the mail still has to go to. */
	public Set<String> open() {
		return which(result -> result == null || result instanceof RecipientResult.Deferred);
	}

	public RecipientBook with(Map<String, RecipientResult> more) {
		Map<String, RecipientResult> merged = new LinkedHashMap<>(results);
		more.forEach((address, result) -> merged.merge(address, result, (old, now) -> old instanceof RecipientResult.Accepted ? old : now));
		return new RecipientBook(all, merged);
	}

	public Set<String> untried() {
		return which(result -> result == null);
	}

	public Set<String> deferred() {
		return which(RecipientResult.Deferred.class::isInstance);
	}

	public Set<String> rejected() {
		return which(RecipientResult.Rejected.class::isInstance);
	}

	public Set<String> accepted() {
		return which(RecipientResult.Accepted.class::isInstance);
	}

	private Set<String> which(Predicate<@Nullable RecipientResult> condition) {
		return all.stream().filter(address -> condition.test(results.get(address))).collect(Collectors.toCollection(LinkedHashSet::new));
	}
}
