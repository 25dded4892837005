package org.postkontor.cli.tests.fake;

import java.util.Locale;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;

/** Problems to throw, and their texts: id and language, so that tests see which text was asked for. */
public final class Problems implements ProblemTexts {
	public static Problem of(ProblemKind kind) {
		return Problem.of("test." + kind.name().toLowerCase(Locale.ROOT), kind, Fixer.USER, Remedy.RETRY).with("host", "mail.example.test").detail("reply",
				"535 no");
	}

	public static ProblemException exception(ProblemKind kind) {
		return new ProblemException(of(kind));
	}

	@Override
	public String title(Problem problem, Locale locale) {
		return problem.id() + " in " + locale.getLanguage();
	}

	@Override
	public String explanation(Problem problem, Locale locale) {
		return "explanation of " + problem.id();
	}

	@Override
	public String action(Problem problem, Locale locale) {
		return problem.remedy().name();
	}

	@Override
	public String fixer(Problem problem, Locale locale) {
		return problem.fixer().name();
	}
}
