package org.postkontor.ui.internal.prompt;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.postkontor.auth.SignInPrompt.DeviceCode;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.problem.ClipboardText;

/** A code for another device, with the QR code of the page that takes it (RFC 8628, 3.3); disposed with the sign-in. */
final class DeviceCodeArea {
	private static final Paragraph TEXT = new Paragraph(250, 2);

	/** @param open opens a page in the browser of this computer */
	DeviceCodeArea(Composite parent, DeviceCode shown, Consumer<URI> open) {
		URI page = shown.complete().orElse(shown.verification());
		Optional<QrCode> drawn = QrCode.of(page.toString());
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 8).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Composite left = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(left);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.TOP).applyTo(left);
		TEXT.in(left, NLS.bind(drawn.isPresent() ? PromptMessages.codeSteps : PromptMessages.codeStepsTyped, shown.verification()));
		Text code = new Text(left, SWT.BORDER | SWT.READ_ONLY | SWT.SINGLE | SWT.CENTER);
		code.setText(shown.userCode());
		code.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
		new AccessibleName(PromptMessages.code).of(code);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(code);
		button(left, PromptMessages.copyCode, () -> ClipboardText.copy(composite.getDisplay(), code.getText()));
		button(left, PromptMessages.openPage, () -> open.accept(page));
		TEXT.in(left, NLS.bind(PromptMessages.codeUntil, Formats.ofUser().dateTime(shown.expires())));
		drawn.ifPresent(qrCode -> new QrCodeCanvas(composite, qrCode));
	}

	private static void button(Composite parent, String label, Runnable task) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(label);
		button.addListener(SWT.Selection, e -> task.run());
	}
}
