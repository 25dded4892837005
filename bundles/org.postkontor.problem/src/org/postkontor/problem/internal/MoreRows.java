package org.postkontor.problem.internal;

import java.util.List;

/** Rows that other bundles add. */
@FunctionalInterface
public interface MoreRows {
	/** Nothing. */
	MoreRows NONE = List::of;

	/** In no order that matters; those that cannot be used are left out. */
	List<ExplanationRow> rows();
}
