package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.postkontor.ui.internal.outbox.StepSize;

/** How much is done at once of a work that would keep a window from answering. */
class StepSizeTest {
	private final AtomicLong now = new AtomicLong();
	private final StepSize size = new StepSize(now::get, 100, 30, 500);

	@Test
	void doublesAfterQuickStepsUpToTheMost() {
		assertEquals(List.of(100, 200, 400, 500, 500), steps(1, 1, 1, 1, 1));
	}

	@Test
	void halvesAfterLongStepsDownToTheLeast() {
		assertEquals(List.of(100, 50, 30, 30), steps(90, 90, 90, 90));
	}

	@Test
	void staysAsItIsInBetween() {
		assertEquals(List.of(100, 100, 100), steps(20, 20, 20));
	}

	@Test
	void recoversWhenTheMachineHasTimeAgain() {
		assertEquals(List.of(100, 50, 100, 200), steps(90, 1, 1, 1));
	}

	/** What each step does whose times are given. */
	private List<Integer> steps(long... millis) {
		List<Integer> done = new ArrayList<>();
		for (long time : millis) {
			size.take(count -> {
				done.add(count);
				now.addAndGet(Duration.ofMillis(time).toNanos());
			});
		}
		return done;
	}
}
