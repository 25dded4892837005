package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;
import org.postkontor.ui.internal.reminder.Notice;

/**
 * Tells about mails that could not be sent, accounts whose sending stands still, and deadlines at risk, in a corner of the
 * screen, without taking the keyboard; never about success.
 */
public final class OutboxNotifier implements AutoCloseable {
	private static final Duration PAUSE = Duration.ofSeconds(1);
	private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

	private final UiContext context;
	private final Display display;
	private final Runnable showOutbox;
	private final OutboxWatch watch = new OutboxWatch();
	private final PauseWatch pauses = new PauseWatch();
	private final DeadlineWatch deadlines = new DeadlineWatch();
	private final Snapshot<OutboxRows.Loaded> mails;
	private final Pace pace;
	private final Notice failures;
	private final Notice warnings;
	private final Runnable lookAgain;

	/** @param showOutbox opens the view */
	public OutboxNotifier(UiContext context, Display display, Runnable showOutbox) {
		this.context = context;
		this.display = display;
		this.showOutbox = showOutbox;
		this.failures = new Notice(display);
		this.warnings = new Notice(display);
		LoadedOutbox shared = context.services().loadedOutbox();
		this.mails = new Snapshot<>(OutboxRows.Loaded.NOTHING, OutboxMessages.jobLoad, new TimedLoad<>(monitor -> shared.read(), this::took), context.background(), problem -> {
		});
		this.lookAgain = () -> {
			shared.outdated();
			mails.reload();
		};
		mails.onChange(() -> look(mails.value().rows()));
		pace = Pace.of(display, PAUSE, mails::reload);
		mails.follow(changed -> shared.listen(() -> context.background().ui().execute(pace::request)));
		mails.reload();
	}

	private void took(Duration time) {
		pace.took(time);
	}

	private void look(List<OutboxRow> rows) {
		if (!mails.isLoaded()) {
			return;
		}
		tell(watch.look(rows.stream().map(OutboxRow::entry).toList()));
		tellPaused(pauses.look(rows));
		warn(deadlines.look(rows));
		DeadlineWatch.nextLook(rows).ifPresent(this::lookAgainAt);
	}

	private void tell(List<OutboxEntry> news) {
		if (!news.isEmpty()) {
			ProblemTexts texts = context.services().texts();
			String first = news.get(0).subject() + "\n" + news.get(0).problem().map(p -> texts.title(p, Locale.getDefault())).orElse("");
			failures.show(OutboxMessages.notificationTitle, news.size() == 1 ? first : MailCount.failed(news.size()),
					OutboxMessages.openOutbox, showOutbox);
		}
	}

	private void tellPaused(List<OutboxRow> news) {
		if (!news.isEmpty()) {
			OutboxText first = new OutboxText(news.get(0), context.services().texts(), Formats.ofUser());
			String reason = news.get(0).problem().map(p -> context.services().texts().title(p, Locale.getDefault())).orElse("");
			failures.show(OutboxMessages.notificationPaused, news.size() == 1 ? NLS.bind(OutboxMessages.pausedOne, first.account(), reason)
					: NLS.bind(OutboxMessages.pausedMany, news.size()), OutboxMessages.openOutbox, showOutbox);
		}
	}

	private void warn(List<OutboxRow> news) {
		if (!news.isEmpty()) {
			OutboxEntry first = news.get(0).entry();
			String deadline = first.options().notAfter().map(Formats.ofUser()::dateTime).orElse("");
			warnings.show(OutboxMessages.notificationDeadline, news.size() == 1 ? NLS.bind(OutboxMessages.deadlineOne, first.subject(), deadline)
					: NLS.bind(OutboxMessages.deadlineMany, news.size()), OutboxMessages.openOutbox, showOutbox);
		}
	}

	private void lookAgainAt(Instant time) {
		Duration wait = Duration.between(context.services().clock().instant(), time);
		if (!display.isDisposed()) {
			long millis = Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis());
			display.timerExec((int) Math.min(Integer.MAX_VALUE, millis), lookAgain);
		}
	}

	@Override
	public void close() {
		mails.close();
		failures.close();
		warnings.close();
		if (!display.isDisposed()) {
			display.timerExec(-1, lookAgain);
		}
	}
}
