package org.postkontor.ui.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.check.CheckStep;

/** The steps of a running account test, put together from what the test reports. Immutable. */
public record CheckProgress(List<CheckStep> steps) {
	public static final CheckProgress NONE = new CheckProgress(List.of());

	public CheckProgress {
		steps = List.copyOf(steps);
	}

	/** With one more report: the step takes the place of the earlier one with its id; {@code a.b} is a child of {@code a}. */
	public CheckProgress with(CheckStep step) {
		return new CheckProgress(put(steps, step, ""));
	}

	private static List<CheckStep> put(List<CheckStep> level, CheckStep step, String prefix) {
		String rest = step.id().substring(prefix.length());
		int dot = rest.indexOf('.');
		String id = dot < 0 ? step.id() : prefix + rest.substring(0, dot);
		List<CheckStep> result = new ArrayList<>(level);
		int at = level.stream().map(CheckStep::id).toList().indexOf(id);
		CheckStep before = at < 0 ? running(id) : level.get(at);
		CheckStep after = dot < 0 ? merged(before, step) : withChildren(before, put(before.children(), step, id + "."));
		if (at < 0) {
			result.add(after);
		} else {
			result.set(at, after);
		}
		return result;
	}

	private static CheckStep merged(CheckStep before, CheckStep after) {
		return after.children().isEmpty() ? withChildren(after, before.children()) : after;
	}

	private static CheckStep withChildren(CheckStep step, List<CheckStep> children) {
		return new CheckStep(step.id(), step.result(), step.detail(), step.millis(), step.problem(), children);
	}

	private static CheckStep running(String id) {
		return new CheckStep(id, CheckStep.Result.RUNNING, "", 0, Optional.empty(), List.of());
	}

	/** The first step with a problem, deepest first: the one to explain. */
	public Optional<CheckStep> firstProblem() {
		return firstProblem(steps);
	}

	private static Optional<CheckStep> firstProblem(List<CheckStep> level) {
		for (CheckStep step : level) {
			Optional<CheckStep> inside = firstProblem(step.children());
			if (inside.isPresent()) {
				return inside;
			}
			if (step.problem().isPresent()) {
				return Optional.of(step);
			}
		}
		return Optional.empty();
	}
}
