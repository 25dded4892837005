package org.postkontor.ui.tests.fakes;

import java.util.Locale;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;

/** Texts with the id inside, so that tests see which problem is shown. */
public final class FakeTexts implements ProblemTexts {
	@Override
	public String title(Problem problem, Locale locale) {
		return german(locale) ? "Problem mit „" + problem.id() + "“" : "Problem with “" + problem.id() + "”";
	}

	@Override
	public String explanation(Problem problem, Locale locale) {
		return german(locale) ? "Das ist passiert, und das hilft. Ihre Mails sind sicher, und nichts ging verloren: " + problem.id()
				: "This happened, and this helps. Your mails are safe, and nothing was lost: " + problem.id();
	}

	@Override
	public String action(Problem problem, Locale locale) {
		return problem.remedy() == Remedy.NONE ? "" : german(locale) ? "Beheben" : "Fix it";
	}

	@Override
	public String fixer(Problem problem, Locale locale) {
		return german(locale) ? "Sie selbst" : "you";
	}

	private static boolean german(Locale locale) {
		return "de".equals(locale.getLanguage());
	}
}
