package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.AccountId;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;

/**
 * The lines above a view that say what waits; they take no room while nothing does, and never take the keyboard. For a parent
 * with a grid layout of one column.
 */
public final class ReminderBanner {
	private final UiContext context;
	private final SignInRound signIns;
	private final CheckConsent checks;
	private final Snapshot<Reminders> reminders;
	private final Composite area;
	private final ReminderLine signInLine;
	private final ReminderLine consentLine;
	private Reminders shown = Reminders.NONE;

	public ReminderBanner(Composite parent, UiContext context, Supplier<@Nullable Shell> shell) {
		this.context = context;
		this.signIns = new SignInRound(context, shell);
		this.checks = new CheckConsent(context, signIns);
		this.reminders = new ReminderSource(context).snapshot();
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(area);
		area.setVisible(false);
		area.addListener(SWT.Dispose, e -> reminders.close());
		signInLine = new ReminderLine(area, Icon.WARNING, ReminderMessages.signIn, () -> signIns.signIn(shown),
				time -> snooze(shown.signIns().stream().map(Reminder::identity), time));
		consentLine = new ReminderLine(area, Icon.WAITING, ReminderMessages.checkNow, this::check,
				time -> snooze(shown.consents().stream().map(ConsentReminder::identity), time));
		reminders.onChange(this::update);
		reminders.reload();
	}

	private void update() {
		if (area.isDisposed()) {
			return;
		}
		shown = reminders.value().without(context.services().reminderTimes());
		ReminderText text = new ReminderText(shown, Formats.ofUser());
		signInLine.show(text.signIns());
		consentLine.show(text.consents());
		boolean any = !shown.signIns().isEmpty() || !shown.consents().isEmpty();
		if (area.getLayoutData() instanceof GridData data) {
			data.exclude = !any;
		}
		area.setVisible(any);
		area.getParent().layout(true, true);
	}

	private void snooze(Stream<String> identities, SnoozeTime time) {
		List<String> all = identities.toList();
		context.background().startQuietly(ReminderMessages.jobSnooze, monitor -> {
			all.forEach(identity -> context.services().reminderTimes().snooze(identity, time));
			return all;
		}, done -> {
		}, context.problems()::show);
	}

	private void check() {
		shown.consents().stream().findFirst().ifPresent(consent -> checks.check(consent, granted -> checked(consent, granted)));
	}

	private void checked(ConsentReminder consent, List<AccountId> granted) {
		if (granted.isEmpty() && !area.isDisposed()) {
			consentLine.show(NLS.bind(ReminderMessages.nothingGranted, consent.account().name()));
			area.getParent().layout(true, true);
		} else {
			reminders.reload();
		}
	}
}
