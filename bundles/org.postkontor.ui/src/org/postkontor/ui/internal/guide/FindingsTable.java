package org.postkontor.ui.internal.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.problem.ClipboardText;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.problem.ProblemReport;

/** What the check of a registration found: each step, and below the exact mistake in words and with its codes. */
final class FindingsTable {
	private static final int TABLE_HEIGHT = 165;
	private static final int MISTAKE_HEIGHT = 80;

	private final ProblemTexts texts;
	private final Composite composite;
	private final Table table;
	private final Icons icons;
	private final Text mistake;
	private final Button copy;
	private Optional<Problem> problem = Optional.empty();

	FindingsTable(Composite parent, ProblemTexts texts) {
		this.texts = texts;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 6).applyTo(composite);
		ColumnTable columns = new ColumnTable(composite, SWT.BORDER | SWT.SINGLE, GuideMessages.findings);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, TABLE_HEIGHT).applyTo(columns.control());
		table = columns.table();
		icons = new Icons(table);
		columns.column(55, 240);
		columns.column(45, 180);
		mistake = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		new AccessibleName(GuideMessages.mistake).of(mistake);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, MISTAKE_HEIGHT).applyTo(mistake);
		copy = new Button(composite, SWT.PUSH);
		copy.setText(ProblemMessages.copyDetails);
		copy.addListener(SWT.Selection, e -> problem.ifPresent(p -> ClipboardText.copy(copy.getDisplay(), new ProblemReport(p, texts).complete())));
	}

	Control control() {
		return composite;
	}

	void show(List<Finding> findings) {
		table.removeAll();
		Arrays.stream(Step.values()).forEach(step -> row(step, findings.stream().filter(f -> f.step() == step).findFirst()));
		problem = findings.stream().map(Finding::problem).flatMap(Optional::stream).findFirst();
		mistake.setText(problem.map(this::text).orElseGet(() -> verdict(findings)));
		new Enabled(problem.isPresent()).of(copy);
	}

	/** Without a mistake. */
	private static String verdict(List<Finding> findings) {
		if (findings.stream().anyMatch(finding -> finding.result() == Result.UNKNOWN)) {
			return GuideMessages.checkUnknown;
		}
		return findings.size() == Step.values().length ? GuideMessages.checkPassed : GuideMessages.checkEnded;
	}

	private void row(Step step, Optional<Finding> finding) {
		TableItem item = new TableItem(table, SWT.NONE);
		item.setText(new String[] { label(step), finding.map(this::result).orElse(GuideMessages.stepSkipped) });
		item.setImage(icons.get(finding.map(FindingsTable::icon).orElse(Icon.SKIPPED)));
	}

	private String result(Finding finding) {
		return switch (finding.result()) {
		case PASSED -> GuideMessages.stepPassed;
		case UNKNOWN -> GuideMessages.stepUnknown;
		case FAILED -> finding.problem().map(p -> texts.title(p, Locale.getDefault())).orElse("");
		};
	}

	private static Icon icon(Finding finding) {
		return switch (finding.result()) {
		case PASSED -> Icon.OK;
		case UNKNOWN -> Icon.QUESTION;
		case FAILED -> Icon.ERROR;
		};
	}

	private String text(Problem found) {
		return texts.title(found, Locale.getDefault()) + ".\n" + texts.explanation(found, Locale.getDefault()) + "\n" + new ProblemReport(found, texts).details();
	}

	private static String label(Step step) {
		return Map.of(Step.ENDPOINTS, GuideMessages.stepEndpoints, Step.CLIENT_KNOWN, GuideMessages.stepClientKnown, Step.CLIENT_KIND,
				GuideMessages.stepClientKind, Step.REDIRECT, GuideMessages.stepRedirect, Step.RIGHTS, GuideMessages.stepRights, Step.REFRESH,
				GuideMessages.stepRefresh).getOrDefault(step, step.name());
	}
}
