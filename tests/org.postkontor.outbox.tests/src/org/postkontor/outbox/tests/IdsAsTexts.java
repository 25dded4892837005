package org.postkontor.outbox.tests;

import java.util.Locale;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;

/** Texts in which a test finds its problem again. */
final class IdsAsTexts implements ProblemTexts {
	@Override
	public String title(Problem problem, Locale locale) {
		return problem.id() + " in " + locale;
	}

	@Override
	public String explanation(Problem problem, Locale locale) {
		return "about " + problem.id();
	}

	@Override
	public String action(Problem problem, Locale locale) {
		return "";
	}

	@Override
	public String fixer(Problem problem, Locale locale) {
		return "";
	}
}
