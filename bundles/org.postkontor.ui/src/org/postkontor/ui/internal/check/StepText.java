package org.postkontor.ui.internal.check;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckTexts;
import org.postkontor.ui.internal.Icon;

/** A step of the account test in words, as the list shows it. */
public final class StepText {
	private static final CheckTexts TEXTS = new CheckTexts();

	private final CheckStep step;

	public StepText(CheckStep step) {
		this.step = step;
	}

	public String title() {
		return TEXTS.label(step.id(), Locale.getDefault());
	}

	public String result() {
		String word = TEXTS.result(step.result(), Locale.getDefault());
		return step.detail().isEmpty() ? word : word + " – " + step.detail();
	}

	public String time() {
		boolean timed = step.result() != CheckStep.Result.RUNNING && step.result() != CheckStep.Result.SKIPPED;
		return timed ? NLS.bind(CheckMessages.millis, step.millis()) : "";
	}

	public Icon icon() {
		return switch (step.result()) {
		case RUNNING -> Icon.RUNNING;
		case PASSED -> Icon.OK;
		case WARNING -> Icon.WARNING;
		case FAILED -> Icon.ERROR;
		case SKIPPED -> Icon.SKIPPED;
		};
	}
}
