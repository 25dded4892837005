package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.check.CheckStep;
import org.postkontor.ui.internal.check.CheckProgress;
import org.postkontor.ui.tests.fakes.Samples;

/** The tree of a running account test. */
class CheckProgressTest {
	@Test
	void putsAChildUnderItsParentEvenIfThatWasNotReported() {
		CheckProgress progress = CheckProgress.NONE.with(step("receive.connect", CheckStep.Result.PASSED));
		assertEquals("receive", progress.steps().get(0).id());
		assertEquals("receive.connect", progress.steps().get(0).children().get(0).id());
	}

	@Test
	void replacesAStepWhenItEnds() {
		CheckProgress progress = CheckProgress.NONE.with(step("send.tls", CheckStep.Result.RUNNING)).with(step("send.tls", CheckStep.Result.PASSED));
		assertEquals(List.of(CheckStep.Result.PASSED), progress.steps().get(0).children().stream().map(CheckStep::result).toList());
	}

	@Test
	void keepsTheChildrenWhenTheParentEndsWithoutThem() {
		CheckProgress progress = CheckProgress.NONE.with(step("send.tls", CheckStep.Result.PASSED)).with(step("send", CheckStep.Result.PASSED));
		assertEquals(1, progress.steps().get(0).children().size());
	}

	@Test
	void findsTheDeepestProblem() {
		CheckStep failed = new CheckStep("send.sign-in", CheckStep.Result.FAILED, "", 1, Optional.of(Samples.signInNeeded()), List.of());
		assertEquals(Optional.of("send.sign-in"), CheckProgress.NONE.with(step("receive", CheckStep.Result.PASSED)).with(failed).firstProblem().map(CheckStep::id));
	}

	private static CheckStep step(String id, CheckStep.Result result) {
		return new CheckStep(id, result, "", 1, Optional.empty(), List.of());
	}
}
