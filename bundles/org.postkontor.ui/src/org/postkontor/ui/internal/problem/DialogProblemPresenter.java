package org.postkontor.ui.internal.problem;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;

/** Shows each problem in a dialog over the window. */
public final class DialogProblemPresenter implements ProblemPresenter {
	private final ProblemTexts texts;
	private final Supplier<@Nullable Shell> shell;

	public DialogProblemPresenter(ProblemTexts texts, Supplier<@Nullable Shell> shell) {
		this.texts = texts;
		this.shell = shell;
	}

	@Override
	public void show(Problem problem, Optional<Runnable> remedy) {
		if (problem.kind() == ProblemKind.CANCELLED) {
			return;
		}
		ProblemDialog dialog = new ProblemDialog(shell.get(), problem, texts, remedy);
		dialog.setBlockOnOpen(false);
		dialog.open();
	}
}
