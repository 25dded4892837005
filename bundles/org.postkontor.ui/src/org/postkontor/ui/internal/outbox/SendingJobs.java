package org.postkontor.ui.internal.outbox;

import java.util.concurrent.atomic.AtomicBoolean;

import org.postkontor.ui.internal.UiContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows in the Progress view whatever is being sent, whoever started it: one job from the first mail to the last. */
public final class SendingJobs implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(SendingJobs.class);

	private final UiContext context;
	private final AutoCloseable source;
	private final AtomicBoolean running = new AtomicBoolean();
	private volatile boolean closed;

	public SendingJobs(UiContext context) {
		this.context = context;
		this.source = context.services().outbox().listen(this::changed);
	}

	private void changed() {
		if (!closed && !context.services().outbox().sending().isEmpty() && running.compareAndSet(false, true)) {
			context.background().ui().execute(this::start);
		}
	}

	private void start() {
		context.background().start(OutboxMessages.jobSending, new SendingRun(context.services(), () -> closed), done -> ended(), problem -> {
			ended();
			context.problems().show(problem);
		});
	}

	private void ended() {
		running.set(false);
		changed(); // what began at the very end
	}

	@Override
	public void close() {
		closed = true;
		try {
			source.close();
		} catch (Exception e) {
			LOG.warn("listener was not removed", e);
		}
	}
}
