package org.postkontor.problem.internal;

import java.util.Map;

/** Texts that other bundles add. */
@FunctionalInterface
public interface MoreTexts {
	/** Nothing. */
	MoreTexts NONE = language -> Map.of();

	/**
	 * All added texts by key.
	 *
	 * @param language ISO 639 code, or empty for the default (English)
	 */
	Map<String, String> texts(String language);
}
