package org.postkontor.ui.internal.wizard;

import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.account.Account;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;

/** Last page: what will be saved, and what next. */
final class DonePage extends WizardPage {
	private final UiContext context;
	private final WizardModel model;
	private @Nullable Label summary;
	private boolean writes;
	private boolean receives = true;

	DonePage(UiContext context, WizardModel model) {
		super("done");
		this.context = context;
		this.model = model;
		setTitle(WizardMessages.doneTitle);
		setMessage(WizardMessages.doneMessage);
	}

	boolean writesFirstMail() {
		return writes;
	}

	boolean receivesFirst() {
		return receives;
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 12).spacing(8, 8).applyTo(area);
		Label label = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).applyTo(label);
		summary = label;
		Button receive = new Button(area, SWT.CHECK);
		receive.setText(WizardMessages.receiveFirst);
		receive.setSelection(receives);
		receive.addListener(SWT.Selection, e -> receives = receive.getSelection());
		Button write = new Button(area, SWT.CHECK);
		write.setText(WizardMessages.writeFirst);
		write.addListener(SWT.Selection, e -> writes = write.getSelection());
		setControl(area);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		Label label = summary;
		if (!visible || label == null) {
			return;
		}
		try {
			Account account = model.account();
			String servers = account.endpoints().stream().map(e -> "  •  " + e.protocol() + "  " + e.host() + ":" + e.port())
					.collect(Collectors.joining("\n"));
			label.setText(NLS.bind(WizardMessages.doneSummary, account.address()) + "\n\n" + servers + "\n\n"
					+ (model.tested() ? WizardMessages.doneTested : WizardMessages.doneUntested));
			label.getParent().layout(true, true);
		} catch (ProblemException e) {
			context.problems().show(e.problem());
		}
	}
}
