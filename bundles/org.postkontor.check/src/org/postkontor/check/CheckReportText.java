package org.postkontor.check;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;

/**
 * A report as plain text for an e-mail to the administrator: addresses, servers and answers, no secret. Whatever is as long
 * as a token is left out, even if a server has put it into its answer. Stateless, thread-safe.
 */
public final class CheckReportText {
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_.~-]{60,}");

	private final ProblemTexts problems;
	private final CheckTexts texts = new CheckTexts();

	public CheckReportText(ProblemTexts problems) {
		this.problems = problems;
	}

	/** Lines end with a line feed. */
	public String render(CheckReport report, Locale locale) {
		StringBuilder out = new StringBuilder();
		out.append(texts.text("report.title", locale)).append(": ").append(report.account().address()).append('\n');
		out.append(texts.text("report.started", locale)).append(": ").append(report.started()).append('\n');
		out.append(texts.text(report.passed() ? "report.passed" : "report.failed", locale)).append("\n\n");
		report.steps().forEach(step -> step(step, "", out, locale));
		return TOKEN.matcher(out).replaceAll("[…]");
	}

	private void step(CheckStep step, String indent, StringBuilder out, Locale locale) {
		out.append(indent).append('[').append(texts.result(step.result(), locale)).append("] ").append(texts.label(step.id(), locale));
		if (!step.detail().isEmpty()) {
			out.append(": ").append(step.detail());
		}
		if (step.result() != CheckStep.Result.SKIPPED && step.children().isEmpty()) {
			out.append(" (").append(step.millis()).append(" ms)");
		}
		out.append('\n');
		step.problem().ifPresent(p -> problem(p, indent + "    ", out, locale));
		step.children().forEach(child -> step(child, indent + "  ", out, locale));
	}

	private void problem(Problem problem, String indent, StringBuilder out, Locale locale) {
		out.append(indent).append(problems.title(problem, locale)).append(" [").append(problem.id()).append("]\n");
		out.append(indent).append(problems.explanation(problem, locale)).append('\n');
		out.append(indent).append(texts.text("report.fixer", locale)).append(": ").append(problems.fixer(problem, locale)).append('\n');
		for (Map.Entry<String, String> detail : problem.details().entrySet()) {
			out.append(indent).append(detail.getKey()).append(" = ").append(detail.getValue()).append('\n');
		}
	}
}
