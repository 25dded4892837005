package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.Sending;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/**
 * Says four times a second what is being sent, until nothing is. Cancelling holds every mail that would go now: they stay in
 * the outbox until somebody releases them.
 */
public record SendingRun(UiServices services, BooleanSupplier closed) implements Operation<Integer> {
	private static final Duration LOOK = Duration.ofMillis(250);
	/** Between two mails nothing is sent for a moment. */
	private static final int IDLE_LOOKS = 8;

	/** @return how many mails were held */
	@Override
	public Integer run(IProgressMonitor monitor) throws ProblemException {
		monitor.beginTask(OutboxMessages.jobSending, IProgressMonitor.UNKNOWN);
		int idle = 0;
		while (idle < IDLE_LOOKS && !closed.getAsBoolean()) {
			if (monitor.isCanceled()) {
				return hold();
			}
			List<Sending> mails = services.outbox().sending();
			idle = mails.isEmpty() ? idle + 1 : 0;
			if (!mails.isEmpty()) {
				monitor.subTask(text(mails));
			}
			LockSupport.parkNanos(LOOK.toNanos());
		}
		return 0;
	}

	private int hold() throws ProblemException {
		int held = 0;
		for (OutboxEntry entry : services.outbox().entries()) {
			boolean now = entry.state() == MailState.SENDING || entry.state() == MailState.QUEUED;
			held += now && services.outbox().hold(entry.id()) ? 1 : 0;
		}
		return held;
	}

	private String text(List<Sending> mails) throws ProblemException {
		Instant now = services.clock().instant();
		Sending first = mails.get(0);
		String subject = services.outbox().entry(first.id()).map(OutboxEntry::subject).orElse("");
		String one = NLS.bind(OutboxMessages.sendingOne, subject, new ProgressText(SendingProgress.of(first, now), Formats.ofUser()).amount());
		return mails.size() == 1 ? one : NLS.bind(OutboxMessages.sendingMore, one, mails.size() - 1);
	}
}
