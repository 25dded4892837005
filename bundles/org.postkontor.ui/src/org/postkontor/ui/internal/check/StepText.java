package org.postkontor.ui.internal.check;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.postkontor.check.CheckStep;
import org.postkontor.ui.internal.Icon;

/** Texts of a step of the account test. */
public final class StepText {
	private static final Map<String, Supplier<String>> TITLES = Map.ofEntries(Map.entry("settings", () -> CheckMessages.stepSettings),
			Map.entry("receive", () -> CheckMessages.stepReceive), Map.entry("send", () -> CheckMessages.stepSend),
			Map.entry("roundtrip", () -> CheckMessages.stepRoundtrip), Map.entry("connect", () -> CheckMessages.stepConnect),
			Map.entry("name", () -> CheckMessages.stepName), Map.entry("dns", () -> CheckMessages.stepName),
			Map.entry("tls", () -> CheckMessages.stepTls), Map.entry("signin", () -> CheckMessages.stepSignIn),
			Map.entry("authenticate", () -> CheckMessages.stepSignIn), Map.entry("credential", () -> CheckMessages.stepPermission),
			Map.entry("inbox", () -> CheckMessages.stepInbox));

	private final CheckStep step;

	public StepText(CheckStep step) {
		this.step = step;
	}

	/** The last word of the id says what the step is; an unknown one is shown as it is. */
	public String title() {
		String word = step.id().substring(step.id().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace("-", "");
		Supplier<String> title = TITLES.get(word);
		return title == null ? step.id() : title.get();
	}

	public String result() {
		String word = switch (step.result()) {
		case RUNNING -> CheckMessages.running;
		case PASSED -> CheckMessages.passed;
		case WARNING -> CheckMessages.warning;
		case FAILED -> CheckMessages.failed;
		case SKIPPED -> CheckMessages.skipped;
		};
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
