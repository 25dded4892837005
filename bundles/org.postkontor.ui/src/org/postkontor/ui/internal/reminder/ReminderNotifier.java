package org.postkontor.ui.internal.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.health.EndingSignIn;
import org.postkontor.ui.internal.operation.Snapshot;

/** Tells once about each identity that came to need a sign-in, all of them in one notification; and about what care found. */
public final class ReminderNotifier implements AutoCloseable {
	private final UiContext context;
	private final Display display;
	private final SignInRound signIns;
	private final Runnable showSignIns;
	private final Snapshot<Reminders> reminders;
	private final Notice waiting;
	private final Notice news;
	private final Runnable lookAgain;
	private Set<String> known = Set.of();
	private Set<String> told = Set.of();

	/** @param showSignIns opens the view with all sign-ins */
	public ReminderNotifier(UiContext context, Display display, SignInRound signIns, Runnable showSignIns) {
		this.context = context;
		this.display = display;
		this.signIns = signIns;
		this.showSignIns = showSignIns;
		this.reminders = new ReminderSource(context).snapshot();
		this.waiting = new Notice(display);
		this.news = new Notice(display);
		this.lookAgain = reminders::reload;
		reminders.onChange(this::update);
		reminders.reload();
	}

	/** An administrator has granted what these accounts waited for. */
	public void granted(List<Account> accounts) {
		String names = accounts.stream().map(Account::name).collect(Collectors.joining(", "));
		news.show(ReminderMessages.titleGranted, NLS.bind(ReminderMessages.granted, names), "", () -> {
		});
	}

	/** These sign-ins end soon: one notification for all, with one button. */
	public void ending(List<EndingSignIn> endings) {
		String text = endings.size() == 1 ? NLS.bind(ReminderMessages.endingOne, endings.get(0).who(), endings.get(0).when(Formats.ofUser()))
				: NLS.bind(ReminderMessages.endingMany, endings.size());
		news.show(ReminderMessages.titleEnding, text, ReminderMessages.showSignIns, showSignIns);
	}

	@Override
	public void close() {
		reminders.close();
		waiting.close();
		news.close();
		if (!display.isDisposed()) {
			display.timerExec(-1, lookAgain);
		}
	}

	private void update() {
		forgetWhatIsDone();
		Reminders due = reminders.value().without(context.services().reminderTimes());
		Set<String> identities = due.identities();
		boolean isNews = !told.containsAll(identities);
		boolean isLess = !identities.containsAll(told);
		told = identities;
		if (isNews) {
			waiting.show(ReminderMessages.titleSignIn, new ReminderText(due, Formats.ofUser()).notification(), ReminderMessages.signIn,
					() -> signIns.signIn(due));
		} else if (isLess) {
			waiting.close();
		}
		context.services().reminderTimes().nextEnd().ifPresent(this::lookAgainAt);
	}

	/** Whoever was signed in since the last look, in whatever way, is news when it happens the next time. */
	private void forgetWhatIsDone() {
		Set<String> all = reminders.value().identities();
		Set<String> done = new HashSet<>(known);
		done.removeAll(all);
		known = all;
		if (!done.isEmpty()) {
			context.background().startQuietly(ReminderMessages.jobSnooze, monitor -> {
				done.forEach(context.services().reminderTimes()::forget);
				return done;
			}, nothing -> {
			}, context.problems()::show);
		}
	}

	private void lookAgainAt(Instant end) {
		long millis = Math.max(1000, Duration.between(context.services().clock().instant(), end).toMillis());
		display.timerExec((int) Math.min(Integer.MAX_VALUE, millis), lookAgain);
	}
}
