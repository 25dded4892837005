package org.postkontor.ui.internal.prompt;

import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;

/** Takes the address that a browser ended at which cannot reach this computer. It holds the code: forgotten at once. */
final class PasteField {
	private static final int WIDTH = 460;
	private static final Paragraph TEXT = new Paragraph(WIDTH, 2);

	private final UiContext context;
	private final Composite composite;
	private final Predicate<String> pasted;
	private Optional<Text> text = Optional.empty();
	private Optional<Button> use = Optional.empty();
	private Optional<Label> mistake = Optional.empty();

	/** Takes no room until it is wanted. */
	PasteField(Composite parent, UiContext context, Predicate<String> pasted) {
		this.context = context;
		this.pasted = pasted;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		new Visible(false).of(composite);
	}

	void show() {
		if (text.isEmpty()) {
			fill();
		}
		new Visible(true).of(composite);
		new GrowingShell(composite).fit();
		text.ifPresent(Text::setFocus);
	}

	private void fill() {
		TEXT.in(composite, PromptMessages.pasteSteps);
		Label label = new Label(composite, SWT.NONE);
		label.setText(PromptMessages.pasteLabel);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(label);
		Text field = new Text(composite, SWT.BORDER | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH - 160, SWT.DEFAULT).applyTo(field);
		Button button = new Button(composite, SWT.PUSH);
		button.setText(PromptMessages.pasteUse);
		Runnable task = () -> use(field, button);
		button.addListener(SWT.Selection, e -> task.run());
		field.addListener(SWT.DefaultSelection, e -> task.run());
		text = Optional.of(field);
		use = Optional.of(button);
		mistake = Optional.of(TEXT.in(composite));
	}

	private void use(Text field, Button button) {
		String address = field.getText().strip();
		if (address.isEmpty() || !button.isEnabled()) {
			return;
		}
		new Enabled(false).of(button);
		context.background().startQuietly(PromptMessages.jobPaste, monitor -> pasted.test(address), UiContext.whileAlive(composite, this::used),
				UiContext.whileAlive(composite, problem -> used(false)));
	}

	private void used(boolean accepted) {
		use.ifPresent(new Enabled(true)::of);
		mistake.ifPresent(label -> label.setText(accepted ? "" : PromptMessages.pasteWrong));
		text.ifPresent(field -> {
			if (accepted) {
				field.setText("");
			} else {
				field.selectAll();
				field.setFocus();
			}
		});
		new GrowingShell(composite).fit();
	}
}
