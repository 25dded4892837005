package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Sending;
import org.postkontor.ui.internal.outbox.SendingRun;
import org.postkontor.ui.tests.fakes.FakeServices;

/** The job of the Progress view. */
class SendingRunTest {
	private static final AccountId ACCOUNT = new AccountId("a");

	private final FakeServices services = new FakeServices();
	private final SendingRun run = new SendingRun(services.all, () -> false);

	@Test
	void namesTheMailItsBytesAndTheTimeThatIsLeft() throws Exception {
		OutboxId id = services.outbox.add(ACCOUNT, MailState.SENDING, "Klageschrift", Optional.empty());
		services.outbox.progress(id, Optional.of(new Sending(id, 1 << 20, 4 << 20, services.clock.instant().minusSeconds(5))));
		List<String> tasks = new ArrayList<>();
		run.run(new NullProgressMonitor() {
			@Override
			public void subTask(String name) {
				tasks.add(name);
				services.outbox.progress(id, Optional.empty());
			}
		});
		assertEquals(1, tasks.size());
		assertTrue(tasks.get(0).matches(".*Klageschrift.*1[.,]0 MB.*4[.,]0 MB.*15 s.*"), tasks.get(0));
	}

	@Test
	void holdsWhatWouldGoNowWhenItIsCancelled() throws Exception {
		OutboxId sending = services.outbox.add(ACCOUNT, MailState.SENDING, "Klageschrift", Optional.empty());
		OutboxId next = services.outbox.add(ACCOUNT, MailState.QUEUED, "Rechnung", Optional.empty());
		OutboxId later = services.outbox.add(ACCOUNT, MailState.SCHEDULED, "Einladung", Optional.empty());
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertEquals(2, run.run(monitor));
		assertEquals(MailState.HELD, services.outbox.entry(sending).orElseThrow().state());
		assertEquals(MailState.HELD, services.outbox.entry(next).orElseThrow().state());
		assertEquals(MailState.SCHEDULED, services.outbox.entry(later).orElseThrow().state());
	}
}
