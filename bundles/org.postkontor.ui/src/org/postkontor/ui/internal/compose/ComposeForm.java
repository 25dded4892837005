package org.postkontor.ui.internal.compose;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.ui.internal.AccessibleName;

/** Fields of a mail. */
final class ComposeForm {
	private final Composite composite;
	private final List<Account> accounts;
	private final Combo from;
	private final Text to;
	private final Text cc;
	private final Text bcc;
	private final Text subject;
	private final Text text;
	private final AttachmentList attachments;
	private Optional<ComposeModel> filled = Optional.empty();

	ComposeForm(Composite parent, List<Account> accounts, Account preselected) {
		this.accounts = accounts;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 8).applyTo(composite);
		label(ComposeMessages.from);
		from = new Combo(composite, SWT.READ_ONLY);
		from.setItems(accounts.stream().map(ComposeForm::sender).toArray(String[]::new));
		from.select(Math.max(0, accounts.indexOf(preselected)));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(from);
		to = line(ComposeMessages.to);
		cc = line(ComposeMessages.cc);
		bcc = line(ComposeMessages.bcc);
		subject = line(ComposeMessages.subject);
		text = new Text(composite, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		new AccessibleName(ComposeMessages.text).of(text);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(560, 220).applyTo(text);
		attachments = new AttachmentList(composite);
		to.setFocus();
	}

	Composite control() {
		return composite;
	}

	void onChange(Runnable listener) {
		List.of(to, cc, bcc, subject).forEach(field -> field.addListener(SWT.Modify, e -> listener.run()));
	}

	/** Puts a mail into the fields; that is no change that could be lost. */
	void fill(Draft draft) {
		to.setText(String.join("; ", draft.to()));
		cc.setText(String.join("; ", draft.cc()));
		bcc.setText(String.join("; ", draft.bcc()));
		subject.setText(draft.subject());
		text.setText(draft.text().replace("\n", text.getLineDelimiter()));
		draft.attachments().forEach(attachments::add);
		filled = Optional.of(model());
	}

	/** True if something would be lost by closing. */
	boolean isChanged() {
		return filled.map(f -> !f.equals(model())).orElseGet(() -> model().isStarted());
	}

	ComposeModel model() {
		return new ComposeModel(accounts.get(from.getSelectionIndex()), to.getText(), cc.getText(), bcc.getText(), subject.getText(), text.getText(),
				attachments.files());
	}

	private static String sender(Account account) {
		return account.senderName().isBlank() ? account.address().toString() : account.senderName() + " <" + account.address() + ">";
	}

	private Text line(String label) {
		label(label);
		Text field = new Text(composite, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
		return field;
	}

	private void label(String label) {
		Label control = new Label(composite, SWT.NONE);
		control.setText(label);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(control);
	}
}
