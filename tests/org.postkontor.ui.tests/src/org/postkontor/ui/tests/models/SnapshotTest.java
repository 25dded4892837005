package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.operation.Snapshot;
import org.postkontor.ui.tests.fakes.Samples;

/** Loading in the background. */
class SnapshotTest {
	@Test
	void loadsOnceMoreForAllChangesThatCameMeanwhile() {
		AtomicInteger loads = new AtomicInteger();
		List<Snapshot<Integer>> self = new ArrayList<>();
		Snapshot<Integer> snapshot = new Snapshot<>(0, "", monitor -> {
			if (loads.incrementAndGet() == 1) {
				self.get(0).reload();
				self.get(0).reload();
			}
			return loads.get();
		}, new DirectBackground(), problem -> {
		});
		self.add(snapshot);
		snapshot.reload();
		assertEquals(2, snapshot.value());
	}

	@Test
	void keepsTheOldValueWhenLoadingFails() {
		List<Problem> problems = new ArrayList<>();
		Snapshot<Integer> snapshot = new Snapshot<>(7, "", monitor -> {
			throw new ProblemException(Samples.diskFull());
		}, new DirectBackground(), problems::add);
		snapshot.reload();
		assertEquals(7, snapshot.value());
		assertEquals(1, problems.size());
	}
}
