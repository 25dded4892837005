package org.postkontor.ui;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbench;
import org.postkontor.outbox.OutboxDispatcher;
import org.postkontor.ui.internal.UiFactory;
import org.postkontor.ui.internal.outbox.OutboxNotifier;

/**
 * Sending in the background for as long as a window is open: starts the dispatcher of the outbox and tells the user about
 * mails that could not be sent. An application calls {@link #start} once after its window has opened, on the user
 * interface's thread, and closes it before it ends.
 */
public final class BackgroundMail implements AutoCloseable {
	private final Optional<OutboxDispatcher> dispatcher;
	private final OutboxNotifier notifier;

	private BackgroundMail(Optional<OutboxDispatcher> dispatcher, OutboxNotifier notifier) {
		this.dispatcher = dispatcher;
		this.notifier = notifier;
	}

	/** Returns at once. @throws CoreException a service that the user interface needs is missing */
	public static BackgroundMail start(IWorkbench workbench) throws CoreException {
		OutboxDispatcher dispatcher = workbench.getService(OutboxDispatcher.class);
		if (dispatcher != null) {
			dispatcher.start();
		}
		return new BackgroundMail(Optional.ofNullable(dispatcher), new OutboxNotifier(UiFactory.context(), workbench.getDisplay()));
	}

	/** Waits a few seconds at most for a mail that is being handed over. */
	@Override
	public void close() {
		notifier.close();
		dispatcher.ifPresent(OutboxDispatcher::close);
	}
}
