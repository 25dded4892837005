package org.postkontor.ui.internal.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountRegistry;
import org.postkontor.outbox.Outbox;
import org.postkontor.problem.ProblemException;

/**
 * The outbox as it was read last, for everything of the window that shows or watches it: a hundred thousand mails are read once
 * for each change, and are in memory once. Thread-safe.
 */
@Component(service = LoadedOutbox.class)
public final class LoadedOutbox {
	private final OutboxRows rows;
	private final List<AutoCloseable> sources;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicLong changes = new AtomicLong();
	private final Object reading = new Object();
	private volatile Optional<OutboxRows.Loaded> last = Optional.empty();
	private long known = -1;

	@Activate
	public LoadedOutbox(@Reference Outbox outbox, @Reference AccountRegistry accounts, @Reference Clock clock) {
		rows = new OutboxRows(outbox, accounts, clock);
		sources = List.of(outbox.listen(this::changed), accounts.listen(this::changed));
	}

	/** What was read last, however long ago; empty before that. Does not block. */
	public Optional<OutboxRows.Loaded> last() {
		return last;
	}

	/** As it is now: read if something has changed since it was read last. Blocks. */
	public OutboxRows.Loaded read() throws ProblemException {
		synchronized (reading) {
			long now = changes.get(); // before reading: what changes meanwhile leads to another reading
			if (last.isEmpty() || known != now) {
				last = Optional.of(rows.run(new NullProgressMonitor()));
				known = now;
			}
			return last.get();
		}
	}

	/** Makes the next {@link #read} read in any case: time has passed, or another process may have changed something. */
	public void outdated() {
		changes.incrementAndGet();
	}

	/** Called, on any thread, after changes by this process of the outbox or the accounts. Removed by closing. */
	public AutoCloseable listen(Runnable onChange) {
		Runnable own = onChange::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	@Deactivate
	public void close() throws Exception {
		for (AutoCloseable source : sources) {
			source.close();
		}
	}

	private void changed() {
		changes.incrementAndGet();
		listeners.forEach(Runnable::run);
	}
}
