package org.postkontor.ui;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.postkontor.inbox.InboxUpdater;
import org.postkontor.outbox.OutboxDispatcher;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiFactory;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.compose.EditCopies;
import org.postkontor.ui.internal.outbox.OutboxNotifier;
import org.postkontor.ui.internal.outbox.SendingJobs;
import org.postkontor.ui.internal.reminder.ReminderNotifier;
import org.postkontor.ui.internal.reminder.SignInCare;
import org.postkontor.ui.internal.reminder.SignInRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work for as long as a window is open: starts the dispatcher of the outbox and the updater of the inbox, keeps
 * sign-ins alive, looks for granted consents, shows in the Progress view what is being sent, deletes copies of attachments that
 * an earlier end left behind, and tells the user about mails that could not be sent or may miss their deadline and about
 * sign-ins that are needed. An application calls {@link #start} once after its window has opened, on the user interface's
 * thread, and closes it before it ends.
 */
public final class BackgroundMail implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(BackgroundMail.class);

	private final Optional<OutboxDispatcher> dispatcher;
	private final Optional<InboxUpdater> inbox;
	private final OutboxNotifier notifier;
	private final SendingJobs progress;
	private final ReminderNotifier reminders;
	private final SignInCare care;

	private BackgroundMail(Optional<OutboxDispatcher> dispatcher, Optional<InboxUpdater> inbox, UiContext context, IWorkbench workbench) {
		this.dispatcher = dispatcher;
		this.inbox = inbox;
		this.notifier = new OutboxNotifier(context, workbench.getDisplay(), () -> show(workbench, UiIds.OUTBOX_VIEW));
		this.progress = new SendingJobs(context);
		this.reminders = new ReminderNotifier(context, workbench.getDisplay(), new SignInRound(context, UiFactory::shell), () -> show(workbench, UiIds.SIGN_INS_VIEW));
		this.care = new SignInCare(context, this::found);
		care.start();
		context.background().startQuietly(ComposeMessages.jobSweep, monitor -> {
			EditCopies.ofUser().sweep();
			return true;
		}, done -> {
		}, problem -> {
		});
	}

	/** Returns at once. @throws CoreException a service that the user interface needs is missing */
	public static BackgroundMail start(IWorkbench workbench) throws CoreException {
		OutboxDispatcher dispatcher = workbench.getService(OutboxDispatcher.class);
		if (dispatcher != null) {
			dispatcher.start();
		}
		InboxUpdater inbox = workbench.getService(InboxUpdater.class);
		if (inbox != null) {
			inbox.start();
		}
		return new BackgroundMail(Optional.ofNullable(dispatcher), Optional.ofNullable(inbox), UiFactory.context(), workbench);
	}

	/** Waits a few seconds at most for a mail that is being handed over, and for connections to end. */
	@Override
	public void close() {
		care.close();
		reminders.close();
		notifier.close();
		progress.close();
		inbox.ifPresent(InboxUpdater::close);
		dispatcher.ifPresent(OutboxDispatcher::close);
	}

	private void found(SignInCare.Found found) {
		if (!found.granted().isEmpty()) {
			reminders.granted(found.granted());
		}
		if (!found.ending().isEmpty()) {
			reminders.ending(found.ending());
		}
	}

	private static void show(IWorkbench workbench, String view) {
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		try {
			if (window != null) {
				window.getActivePage().showView(view);
			}
		} catch (PartInitException e) {
			LOG.error("the view {} could not be shown", view, e);
		}
	}
}
