package org.postkontor.ui.internal.wizard;

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.fieldassist.AutoCompleteField;
import org.eclipse.jface.fieldassist.ComboContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;

/** First page: the address, with those that the office offers, and the name that recipients see. */
final class AddressPage extends WizardPage {
	private final UiContext context;
	private final WizardModel model;
	private @Nullable Combo address;

	AddressPage(UiContext context, WizardModel model) {
		super("address");
		this.context = context;
		this.model = model;
		setTitle(WizardMessages.addressTitle);
		setMessage(WizardMessages.addressMessage);
		setPageComplete(false);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 8).applyTo(area);
		label(area, WizardMessages.address);
		Combo combo = new Combo(area, SWT.DROP_DOWN);
		List<String> offered = context.services().branding().addresses();
		combo.setItems(offered.toArray(String[]::new));
		new AutoCompleteField(combo, new ComboContentAdapter(), offered.toArray(String[]::new));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
		label(area, WizardMessages.yourName);
		Text name = new Text(area, SWT.BORDER);
		name.setMessage(WizardMessages.yourNameHint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		combo.addListener(SWT.Modify, e -> typed(combo.getText(), name.getText()));
		name.addListener(SWT.Modify, e -> typed(combo.getText(), name.getText()));
		address = combo;
		setControl(area);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		Combo combo = address;
		if (visible && combo != null) {
			combo.setFocus();
		}
	}

	/** While typing, only what can no longer become right is called wrong: an empty or unfinished address is just not complete. */
	private void typed(String text, String name) {
		model.type(text, name);
		setErrorMessage(null);
		setMessage(WizardMessages.addressMessage);
		try {
			MailAddress typed = model.address();
			if (context.services().accounts().find(typed).isPresent()) {
				setMessage(WizardMessages.addressExists, IMessageProvider.WARNING);
			}
			setPageComplete(true);
		} catch (ProblemException e) {
			if (text.contains("@") && !text.endsWith("@") && (text.endsWith(" ") || !text.substring(text.lastIndexOf('@')).matches("@[^.]*\\.?"))) {
				setErrorMessage(context.services().texts().explanation(e.problem(), Locale.getDefault()));
			}
			setPageComplete(false);
		}
	}

	private static void label(Composite area, String text) {
		Label label = new Label(area, SWT.NONE);
		label.setText(text);
	}
}
