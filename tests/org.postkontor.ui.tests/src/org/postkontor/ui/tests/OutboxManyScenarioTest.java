package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.tests.robot.TableProbe;

/** A change of many mails at once: with progress, and with a way to stop it. */
class OutboxManyScenarioTest extends WorkbenchScenario {
	private static final int MANY = 120;

	private TableProbe probe;

	@BeforeEach
	void manyMails() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.outbox.addMany(account.id(), MANY);
		robot.waitUntil("all mails", () -> robot.rows(OutboxMessages.tableName).size() == MANY);
		probe = new TableProbe(WORKBENCH.workbench().display(), OutboxMessages.tableName);
		probe.selectAll();
	}

	private static List<Job> changes() {
		return Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getName().equals(OutboxMessages.jobChange)).toList();
	}

	@Test
	void isStoppedInTheProgressViewAndCanBeUndoneAsFarAsItCame() {
		AtomicInteger removals = new AtomicInteger();
		services.outbox.onRemove(() -> {
			if (removals.incrementAndGet() == 3) {
				assertEquals(List.of(false), changes().stream().map(Job::isSystem).toList(), "to be seen");
				changes().forEach(Job::cancel);
			}
		});
		robot.clickTool(OutboxMessages.removeTitle);
		robot.waitUntil("what was removed", () -> robot.shows(NLS.bind(OutboxMessages.removedMany, 3)) && probe.rows() == MANY - 3);
		assertEquals(3, removals.get());
		robot.clickLink("<a>" + OutboxMessages.undo + "</a>");
		robot.waitUntil("all mails", () -> probe.rows() == MANY);
	}

	@Test
	void tellsHowManyAreGone() {
		robot.clickTool(OutboxMessages.removeTitle);
		robot.waitUntil("what was removed", () -> robot.shows(NLS.bind(OutboxMessages.removedMany, MANY)) && robot.shows(OutboxMessages.emptyHint));
		robot.clickLink("<a>" + OutboxMessages.undo + "</a>");
		robot.waitUntil("all mails", () -> probe.rows() == MANY);
	}
}
