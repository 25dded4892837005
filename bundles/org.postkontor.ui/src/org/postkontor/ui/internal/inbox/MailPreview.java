package org.postkontor.ui.internal.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background.Running;

/** Plain text of one mail: nothing is fetched from anywhere to show it. */
final class MailPreview {
	private static final int MAX_CHARACTERS = 200_000;

	private final UiContext context;
	private final Composite composite;
	private final Label subject;
	private final Label from;
	private final Text text;
	private Optional<Long> shown = Optional.empty();
	private Optional<Running> running = Optional.empty();

	MailPreview(Composite parent, UiContext context) {
		this.context = context;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 4).applyTo(composite);
		subject = new Label(composite, SWT.NONE);
		subject.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		from = new Label(composite, SWT.NONE);
		text = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP);
		new AccessibleName(InboxMessages.previewName).of(text);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(subject);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(from);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
		clear();
	}

	Composite control() {
		return composite;
	}

	void show(Optional<InboxRow> row, Formats formats) {
		if (row.isEmpty()) {
			clear();
			return;
		}
		InboxEntry entry = row.get().entry();
		if (shown.filter(id -> id == entry.id()).isPresent()) {
			return;
		}
		running.ifPresent(Running::cancel);
		shown = Optional.of(entry.id());
		subject.setText(row.get().subject().replace("&", "&&"));
		String to = entry.to().isEmpty() ? "" : "    " + NLS.bind(InboxMessages.previewTo, entry.to());
		from.setText((entry.from() + to + "    " + formats.dateTime(entry.date().orElse(entry.received()))).replace("&", "&&"));
		text.setText("");
		running = Optional.of(context.background().startQuietly(InboxMessages.jobRead, monitor -> read(entry), UiContext.whileAlive(text, value -> {
			if (shown.filter(id -> id == entry.id()).isPresent()) {
				text.setText(value);
			}
		}), context.problems()::show));
	}

	private void clear() {
		shown = Optional.empty();
		subject.setText(InboxMessages.previewNone);
		from.setText("");
		text.setText("");
	}

	private String read(InboxEntry entry) throws ProblemException {
		try (InputStream in = context.services().inbox().content(entry.id()).open()) {
			return context.services().reader().text(in, MAX_CHARACTERS);
		} catch (IOException e) {
			throw new ProblemException(Problem.of("storage.unreadable", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.RETRY).detail("mail", entry.id()), e);
		}
	}
}
