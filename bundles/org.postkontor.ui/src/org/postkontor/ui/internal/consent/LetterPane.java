package org.postkontor.ui.internal.consent;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ClipboardText;

/** The letter to the administrator: its language, its text, and ways to send it. */
final class LetterPane {
	private static final int HEIGHT = 190;

	private final UiContext context;
	private final Composite composite;
	private final Combo language;
	private final Text text;
	private Optional<ConsentRequest> request = Optional.empty();

	LetterPane(Composite parent, UiContext context) {
		this.context = context;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(composite);
		Label label = new Label(composite, SWT.NONE);
		label.setText(ConsentMessages.letterLanguage);
		language = new Combo(composite, SWT.READ_ONLY);
		language.setItems(ConsentMessages.german, ConsentMessages.english);
		language.select(ConsentRequest.isGerman(Locale.getDefault()) ? 0 : 1);
		language.addListener(SWT.Selection, e -> show());
		text = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		new AccessibleName(ConsentMessages.letter).of(text);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(text);
		Composite buttons = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(buttons);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(buttons);
		button(buttons, ConsentMessages.writeMail, this::write);
		button(buttons, ConsentMessages.copyText, () -> letter().ifPresent(l -> copy(l.subject() + "\n\n" + l.body())));
		button(buttons, ConsentMessages.copyLink, () -> letter().ifPresent(l -> copy(l.link().link().toString())));
	}

	Control control() {
		return composite;
	}

	void show(ConsentRequest shown) {
		request = Optional.of(shown);
		show();
	}

	private void show() {
		text.setText(letter().map(l -> l.subject() + "\n\n" + l.body()).orElse(""));
	}

	private Optional<ConsentLetter> letter() {
		return request.map(r -> r.letter(language.getSelectionIndex() == 0 ? Locale.GERMAN : Locale.ENGLISH));
	}

	/** The text is on the clipboard as well, for mail programs that take no text, or none that opens. */
	private void write() {
		letter().ifPresent(l -> {
			copy(l.body());
			context.background().startQuietly(ConsentMessages.writeMail, monitor -> context.services().browser().open(l.mailto()), opened -> {
			}, context.problems()::show);
		});
	}

	private void copy(String value) {
		ClipboardText.copy(composite.getDisplay(), value);
	}

	private static void button(Composite parent, String label, Runnable task) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(label);
		button.addListener(SWT.Selection, e -> task.run());
	}
}
