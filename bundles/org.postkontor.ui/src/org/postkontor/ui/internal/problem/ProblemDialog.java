package org.postkontor.ui.internal.problem;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Paragraph;

/** One problem: what it is, what helps, one button that does it, and the details to copy. */
public final class ProblemDialog extends Dialog {
	private static final int COPY = IDialogConstants.CLIENT_ID;
	private static final int WIDTH = 460;
	private static final Paragraph TEXT = new Paragraph(WIDTH);

	private final Problem problem;
	private final ProblemTexts texts;
	private final Optional<Runnable> remedy;

	public ProblemDialog(@Nullable Shell parent, Problem problem, ProblemTexts texts, Optional<Runnable> remedy) {
		super(parent);
		this.problem = problem;
		this.texts = texts;
		this.remedy = remedy;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(ProblemMessages.dialogTitle);
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(12, 8).applyTo(area);
		Label icon = new Label(area, SWT.NONE);
		icon.setImage(area.getDisplay().getSystemImage(problem.fixer() == Fixer.TIME ? SWT.ICON_INFORMATION : SWT.ICON_WARNING));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).span(1, 3).applyTo(icon);
		Locale locale = Locale.getDefault();
		Label title = TEXT.in(area, texts.title(problem, locale));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		TEXT.in(area, texts.explanation(problem, locale));
		TEXT.in(area, NLS.bind(ProblemMessages.whoCanFix, texts.fixer(problem, locale)));
		if (!problem.details().isEmpty()) {
			details(area);
		}
		return area;
	}

	private void details(Composite area) {
		Label heading = new Label(area, SWT.NONE);
		heading.setText(ProblemMessages.detailsFor);
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(heading);
		Text details = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		details.setText(new ProblemReport(problem, texts).details());
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(WIDTH, 90).applyTo(details);
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, COPY, ProblemMessages.copyDetails, false);
		String action = texts.action(problem, Locale.getDefault());
		boolean hasRemedy = remedy.isPresent() && !action.isEmpty();
		if (hasRemedy) {
			createButton(parent, IDialogConstants.OK_ID, action, true);
		}
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, !hasRemedy);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == COPY) {
			ClipboardText.copy(getShell().getDisplay(), new ProblemReport(problem, texts).complete());
			return;
		}
		super.buttonPressed(id);
		if (id == IDialogConstants.OK_ID) {
			remedy.ifPresent(Runnable::run);
		}
	}
}
