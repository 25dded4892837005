package org.postkontor.outbox.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;

/**
 * Lines that stay open for a few seconds after the last mail, since a suite often has another one. Also says goodbye to
 * lines that nobody waits for. Thread-safe.
 */
public final class IdleLines implements AutoCloseable {
	static final Duration IDLE = Duration.ofSeconds(5);

	private final Duration idle;
	private final Map<AccountId, Kept> lines = new LinkedHashMap<>();
	private final ScheduledThreadPoolExecutor executor;
	private boolean closed;

	private record Kept(OpenLine line, String stamp) {
	}

	IdleLines(Duration idle) {
		this.idle = idle;
		executor = new ScheduledThreadPoolExecutor(2, task -> Thread.ofPlatform().daemon().name("outbox idle lines").unstarted(task));
		executor.setKeepAliveTime(1, TimeUnit.SECONDS);
		executor.allowCoreThreadTimeOut(true);
		executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/** @param stamp of account and sign-in: a line of an earlier one is not used any more */
	void keep(AccountId account, String stamp, OpenLine line) {
		Kept kept = new Kept(line, stamp);
		@Nullable
		Kept old = null;
		boolean scheduled = false;
		synchronized (this) {
			if (!closed) {
				old = lines.put(account, kept);
				executor.schedule(() -> expire(account, kept), idle.toMillis(), TimeUnit.MILLISECONDS);
				scheduled = true;
			}
		}
		if (!scheduled) {
			line.connection().close();
		}
		if (old != null) {
			goodbye(old.line());
		}
	}

	/** The line of the account, if it can still be used; it belongs to the caller then. */
	Optional<OpenLine> take(AccountId account, String stamp) {
		@Nullable
		Kept kept;
		synchronized (this) {
			kept = lines.remove(account);
		}
		if (kept == null) {
			return Optional.empty();
		}
		if (!kept.stamp().equals(stamp) || !kept.line().connection().isUsable()) {
			goodbye(kept.line());
			return Optional.empty();
		}
		return Optional.of(kept.line());
	}

	private void expire(AccountId account, Kept kept) {
		boolean removed;
		synchronized (this) {
			removed = lines.remove(account, kept);
		}
		if (removed) {
			kept.line().connection().close();
		}
	}

	/** Closes it without letting anybody wait for the server's answer. */
	void goodbye(OpenLine line) {
		try {
			executor.execute(line.connection()::close);
		} catch (RejectedExecutionException closing) {
			line.connection().close();
		}
	}

	@Override
	public void close() {
		Map<AccountId, Kept> open;
		synchronized (this) {
			closed = true;
			open = new LinkedHashMap<>(lines);
			lines.clear();
		}
		executor.shutdown();
		open.values().forEach(kept -> kept.line().connection().close());
	}
}
