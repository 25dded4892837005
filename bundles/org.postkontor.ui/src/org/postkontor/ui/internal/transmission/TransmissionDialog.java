package org.postkontor.ui.internal.transmission;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ClipboardText;

/** The transmission log of one mail: its lines, to copy and to save. */
public final class TransmissionDialog extends TitledDialog {
	private static final int COPY = IDialogConstants.CLIENT_ID;
	private static final int SAVE = IDialogConstants.CLIENT_ID + 1;
	private static final int WIDTH = 940;
	private static final int HEIGHT = 260;

	private final UiContext context;
	private final Transmission transmission;
	private final List<LogLine> lines;

	/** @param transmission as it was read in the background */
	public TransmissionDialog(@Nullable Shell parent, UiContext context, Transmission transmission) {
		super(parent, TransmissionMessages.title);
		this.context = context;
		this.transmission = transmission;
		this.lines = LogLine.of(transmission, Locale.getDefault(), ZoneId.systemDefault(), context.services().texts());
		setBlockOnOpen(false);
	}

	/** Reads the log in the background and shows it; nothing opens for a mail that is gone meanwhile and whose log is, too. */
	public static void open(@Nullable Shell parent, UiContext context, OutboxId id) {
		context.background().start(TransmissionMessages.jobRead, monitor -> context.services().transmissionLog().find(id),
				(Optional<Transmission> found) -> found.ifPresent(log -> new TransmissionDialog(parent, context, log).open()), context.problems()::show);
	}

	@Override
	protected void fill(Composite area) {
		OutboxEntry mail = transmission.mail();
		setTitle(mail.subject().isBlank() ? TransmissionMessages.noSubject : mail.subject());
		setMessage(TransmissionMessages.message);
		new Paragraph(WIDTH).in(area, NLS.bind(TransmissionMessages.recipients, String.join(", ", mail.envelope().recipients())));
		ColumnTable table = new ColumnTable(area, SWT.BORDER | SWT.MULTI, TransmissionMessages.tableName);
		table.column(TransmissionMessages.columnTime, 20, 215);
		table.column(TransmissionMessages.columnWhat, 30, 190);
		table.column(TransmissionMessages.columnServer, 24, 210);
		table.column(TransmissionMessages.columnAnswer, 28, 160);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table.control());
		for (LogLine line : lines) {
			new TableItem(table.table(), SWT.NONE).setText(new String[] { line.time(), line.what(), line.server(), line.answer() });
		}
		new Paragraph(WIDTH).in(area, "Message-ID: " + mail.messageId());
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, COPY, TransmissionMessages.copy, false);
		createButton(parent, SAVE, TransmissionMessages.save, false);
		createButton(parent, IDialogConstants.CANCEL_ID, TransmissionMessages.close, true);
	}

	@Override
	protected void buttonPressed(int id) {
		switch (id) {
		case COPY -> copy();
		case SAVE -> save();
		default -> super.buttonPressed(id);
		}
	}

	private void copy() {
		String text = lines.stream().map(LogLine::text).collect(Collectors.joining(System.lineSeparator()));
		ClipboardText.copy(getShell().getDisplay(), text);
		setMessage(TransmissionMessages.copied);
	}

	private void save() {
		String chosen = askForFile();
		if (chosen != null) {
			TransmissionFile file = new TransmissionFile(context.services().transmissionLog(), List.of(transmission.mail().id()), Locale.getDefault(),
					Path.of(chosen));
			context.background().start(TransmissionMessages.jobSave, file,
					UiContext.whileAlive(getShell(), saved -> setMessage(NLS.bind(TransmissionMessages.saved, saved))), context.problems()::show);
		}
	}

	private @Nullable String askForFile() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setFileName(TransmissionMessages.fileName);
		dialog.setFilterNames(new String[] { TransmissionMessages.asPage, TransmissionMessages.forPrograms });
		dialog.setFilterExtensions(new String[] { "*.html", "*.json" });
		dialog.setOverwrite(true);
		return dialog.open();
	}
}
