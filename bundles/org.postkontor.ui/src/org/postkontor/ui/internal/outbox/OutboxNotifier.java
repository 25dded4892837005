package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;

/** Tells about mails that could not be sent, in a corner of the screen, without taking the keyboard. */
public final class OutboxNotifier implements AutoCloseable {
	private static final long SECONDS = 15;

	private final UiContext context;
	private final Display display;
	private final OutboxWatch watch = new OutboxWatch();
	private final Snapshot<List<OutboxEntry>> mails;

	public OutboxNotifier(UiContext context, Display display) {
		this.context = context;
		this.display = display;
		this.mails = new Snapshot<>(List.of(), OutboxMessages.jobLoad, monitor -> context.services().outbox().entries(), context.background(),
				problem -> {
				});
		mails.onChange(() -> tell(watch.look(mails.value())));
		mails.follow(context.services().outbox()::listen);
		mails.reload();
	}

	private void tell(List<OutboxEntry> news) {
		if (news.isEmpty()) {
			return;
		}
		ProblemTexts texts = context.services().texts();
		String first = news.get(0).subject() + "\n" + news.get(0).problem().map(p -> texts.title(p, Locale.getDefault())).orElse("");
		String text = news.size() == 1 ? first : NLS.bind(OutboxMessages.someFailed, news.size());
		NotificationPopup.forDisplay(display).title(OutboxMessages.notificationTitle, true).text(text).delay(TimeUnit.SECONDS.toMillis(SECONDS)).open();
	}

	@Override
	public void close() {
		mails.close();
	}
}
