package org.postkontor.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that went wrong: immutable, without a text of its own, and without any secret.
 *
 * @param id      key of the catalogue, for example {@code tls.untrusted}; chooses the texts only
 * @param kind    what behaviour branches on
 * @param fixer   who can do something about it
 * @param remedy  the one action to offer
 * @param values  named values that the texts mention, for example {@code host}; shown to users
 * @param details what an administrator needs in addition (decoded server reply, codes), in order; never a secret
 */
public record Problem(String id, ProblemKind kind, Fixer fixer, Remedy remedy, Map<String, String> values,
		Map<String, String> details) {

	public Problem {
		values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
		details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

	/** A problem without values yet; add them with {@link #with} and {@link #detail}. */
	public static Problem of(String id, ProblemKind kind, Fixer fixer, Remedy remedy) {
		return new Problem(id, kind, fixer, remedy, Map.of(), Map.of());
	}

	/** The same problem with one more named value for the text. */
	public Problem with(String name, Object value) {
		Map<String, String> more = new LinkedHashMap<>(values);
		more.put(name, String.valueOf(value));
		return new Problem(id, kind, fixer, remedy, more, details);
	}

	/** The same problem with one more detail for the administrator. The caller makes sure that it holds no secret. */
	public Problem detail(String name, Object value) {
		Map<String, String> more = new LinkedHashMap<>(details);
		more.put(name, String.valueOf(value));
		return new Problem(id, kind, fixer, remedy, values, more);
	}
}
