package org.postkontor.problem;

import java.util.Locale;

/**
 * The catalogue of texts: an OSGi service. Unknown ids get a general text with the id, never an exception.
 * Thread-safe.
 */
public interface ProblemTexts {
	/** One line without a full stop, values filled in. */
	String title(Problem problem, Locale locale);

	/** What happened and what to do, in plain words; one to four sentences. */
	String explanation(Problem problem, Locale locale);

	/** Label of the button for {@link Problem#remedy()}; empty for {@link Remedy#NONE}. */
	String action(Problem problem, Locale locale);

	/** Who can fix it, as a short phrase. */
	String fixer(Problem problem, Locale locale);
}
