package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.testkit.FakeClock;
import org.postkontor.ui.internal.outbox.LoadedOutbox;
import org.postkontor.ui.internal.outbox.OutboxRows;
import org.postkontor.ui.tests.fakes.FakeAccounts;
import org.postkontor.ui.tests.fakes.FakeOutbox;
import org.postkontor.ui.tests.fakes.Samples;

/** The outbox is read once for each change, whoever asks. */
class LoadedOutboxTest {
	private final FakeOutbox outbox = new FakeOutbox();
	private final FakeAccounts accounts = new FakeAccounts();
	private final LoadedOutbox loaded = new LoadedOutbox(outbox, accounts, new FakeClock(Instant.parse("2026-11-22T09:00:00Z")));

	@Test
	void knowsNothingBeforeItIsRead() {
		assertEquals(Optional.empty(), loaded.last());
	}

	@Test
	void isReadOnceForAllWhoAskAtTheSameTime() throws Exception {
		outbox.addMany(new AccountId("a"), 1_000);
		int before = outbox.loads();
		try (ExecutorService many = Executors.newFixedThreadPool(4)) {
			Callable<OutboxRows.Loaded> read = loaded::read;
			List<Future<OutboxRows.Loaded>> all = many.invokeAll(Stream.generate(() -> read).limit(8).toList());
			for (Future<OutboxRows.Loaded> each : all) {
				assertSame(all.get(0).get(), each.get());
			}
		}
		assertEquals(1, outbox.loads() - before);
		assertEquals(1_000, loaded.last().orElseThrow().rows().size());
	}

	@Test
	void isReadAgainAfterAChangeOfAMailOrAnAccount() throws Exception {
		loaded.read();
		outbox.add(new AccountId("a"), MailState.QUEUED, "Mietvertrag", Optional.empty());
		assertEquals(1, loaded.read().rows().size());
		accounts.save(Samples.account("anna.berg@kanzlei.test"));
		assertEquals(true, loaded.read().hasAccounts());
	}

	@Test
	void isReadAgainWhenTimeHasPassed() throws Exception {
		loaded.read();
		int before = outbox.loads();
		loaded.outdated();
		loaded.read();
		assertEquals(1, outbox.loads() - before);
	}

	@Test
	void tellsAboutChangesUntilItIsClosed() throws Exception {
		AtomicInteger told = new AtomicInteger();
		loaded.listen(told::incrementAndGet);
		outbox.fire();
		loaded.close();
		outbox.fire();
		assertEquals(1, told.get());
	}
}
