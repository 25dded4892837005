package org.postkontor.ui.internal.problem;

import java.util.Locale;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;

/** A problem as text for the administrator. */
public record ProblemReport(Problem problem, ProblemTexts texts) {
	/** The details, one a line. */
	public String details() {
		StringBuilder text = new StringBuilder(problem.id()).append('\n');
		problem.values().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		problem.details().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		return text.toString();
	}

	/** Everything: to be copied. */
	public String complete() {
		Locale locale = Locale.getDefault();
		return texts.title(problem, locale) + "\n" + texts.explanation(problem, locale) + "\n\n" + details();
	}
}
