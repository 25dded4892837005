package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.outbox.MailChanges;
import org.postkontor.ui.internal.outbox.MailChanges.Result;

/** A change of several mails, and what is known about them when it ends early. */
class MailChangesTest {
	private static final List<OutboxId> THREE = ids("1", "2", "3");
	private static final Problem FULL = Problem.of("test.full", ProblemKind.STORAGE, Fixer.USER, Remedy.RETRY);

	private static List<OutboxId> ids(String... ids) {
		return Stream.of(ids).map(OutboxId::new).toList();
	}

	@Test
	void tellsWhichWereChangedAndForWhichItWasTooLate() {
		Result result = new MailChanges(THREE, id -> !id.value().equals("2")).run(new NullProgressMonitor());
		assertEquals(new Result(ids("1", "3"), ids("2"), List.of(), Optional.empty()), result);
	}

	@Test
	void leavesTheOthersAloneWhenCancelled() {
		IProgressMonitor monitor = new NullProgressMonitor();
		Result result = new MailChanges(THREE, id -> {
			monitor.setCanceled(true);
			return true;
		}).run(monitor);
		assertEquals(new Result(ids("1"), List.of(), ids("2", "3"), Optional.empty()), result);
	}

	@Test
	void keepsWhatWasChangedBeforeAProblem() {
		Result result = new MailChanges(THREE, id -> {
			if (id.value().equals("2")) {
				throw new ProblemException(FULL);
			}
			return true;
		}).run(new NullProgressMonitor());
		assertEquals(new Result(ids("1"), List.of(), ids("2", "3"), Optional.of(FULL)), result);
	}

	@Test
	void showsHowFarItIs() {
		List<Integer> parts = new ArrayList<>();
		new MailChanges(THREE, id -> true).run(new NullProgressMonitor() {
			@Override
			public void beginTask(String name, int total) {
				parts.add(total);
			}

			@Override
			public void worked(int work) {
				parts.add(work);
			}
		});
		assertEquals(parts.get(0), parts.stream().skip(1).mapToInt(Integer::intValue).sum(), parts::toString);
		assertEquals(4, parts.size(), parts::toString);
	}
}
