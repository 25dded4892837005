package org.postkontor.ui.internal.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogLabelKeys;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;

/** Asks when a mail goes out, by when it must, and which goes first. The result is taken from {@link #options} after OK. */
public final class ScheduleDialog extends TitleAreaDialog {
	private static final List<Priority> ORDER = List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW);

	private final Clock clock;
	private final ZoneId zone = ZoneId.systemDefault();
	private final String okLabel;
	private SendOptions options;
	private @Nullable TimeField notBefore;
	private @Nullable TimeField notAfter;
	private @Nullable Combo priority;

	/** @param okLabel what the button says that takes the choice */
	public ScheduleDialog(@Nullable Shell parent, Clock clock, SendOptions options, String okLabel) {
		super(parent);
		this.clock = clock;
		this.options = options;
		this.okLabel = okLabel;
		setHelpAvailable(false);
	}

	/** As chosen; the moment to think twice is the one that was given. */
	public SendOptions options() {
		return options;
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(ScheduleMessages.title);
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(ScheduleMessages.title);
		setMessage(ScheduleMessages.message);
		Composite area = new Composite(outer, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).spacing(8, 8).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		Instant now = clock.instant();
		ScheduleModel model = ScheduleModel.of(options, zone).upcoming(now);
		TimeField from = new TimeField(area, ScheduleMessages.notBefore, ScheduleMessages.date, ScheduleMessages.time);
		from.show(model.notBefore(), ScheduleModel.proposedTime(now, zone));
		TimeField until = new TimeField(area, ScheduleMessages.notAfter, ScheduleMessages.deadlineDate, ScheduleMessages.deadlineTime);
		until.show(model.notAfter(), ScheduleModel.proposedDeadline(now, zone));
		Label label = new Label(area, SWT.NONE);
		label.setText(ScheduleMessages.priority);
		Combo choice = new Combo(area, SWT.READ_ONLY);
		choice.setItems(ScheduleMessages.high, ScheduleMessages.normal, ScheduleMessages.low);
		choice.select(ORDER.indexOf(model.priority()));
		GridDataFactory.fillDefaults().span(2, 1).applyTo(choice);
		from.onChange(this::check);
		until.onChange(this::check);
		notBefore = from;
		notAfter = until;
		priority = choice;
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, okLabel, true);
		createButton(parent, IDialogConstants.CANCEL_ID, JFaceResources.getString(IDialogLabelKeys.CANCEL_LABEL_KEY), false);
		check();
	}

	@Override
	protected void okPressed() {
		Optional<ScheduleModel> model = model();
		if (model.isPresent() && check()) {
			options = model.get().options(options.undo());
			super.okPressed();
		}
	}

	private boolean check() {
		Optional<String> mistake = model().flatMap(m -> m.mistake(clock.instant()));
		setErrorMessage(mistake.isPresent() ? mistake.get() : null);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			ok.setEnabled(mistake.isEmpty());
		}
		return mistake.isEmpty();
	}

	private Optional<ScheduleModel> model() {
		TimeField from = notBefore;
		TimeField until = notAfter;
		Combo choice = priority;
		return from == null || until == null || choice == null ? Optional.empty()
				: Optional.of(new ScheduleModel(from.value(), until.value(), ORDER.get(Math.max(0, choice.getSelectionIndex())), zone));
	}
}
