package org.postkontor.ui.internal.check;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.check.CheckStep;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.problem.ProblemReport;

/** The account test as text to copy. */
public record ReportText(Account account, List<CheckStep> steps, ProblemTexts texts) {
	public String text() {
		StringBuilder text = new StringBuilder(NLS.bind(CheckMessages.reportTitle, account.address())).append('\n');
		steps.forEach(step -> append(text, step, ""));
		return text.toString();
	}

	private void append(StringBuilder text, CheckStep step, String indent) {
		StepText shown = new StepText(step);
		text.append(indent).append(shown.title()).append(": ").append(shown.result()).append("  ").append(shown.time()).append('\n');
		step.problem().ifPresent(p -> text.append(indent).append("  ").append(new ProblemReport(p, texts).complete().replace("\n", "\n  " + indent)).append('\n'));
		step.children().forEach(child -> append(text, child, indent + "  "));
	}
}
