package org.postkontor.ui.internal.account;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;

/** A line about account files that could not be used; takes no room while there are none. For a parent with a grid layout. */
final class DamagedAccounts implements AutoCloseable {
	private final Snapshot<List<Problem>> problems;
	private final Composite line;

	DamagedAccounts(Composite parent, UiContext context) {
		problems = new Snapshot<>(List.of(), AccountMessages.jobLoad, monitor -> context.services().accounts().problems(), context.background(),
				context.problems()::show);
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(line);
		line.setVisible(false);
		Label image = new Label(line, SWT.NONE);
		image.setImage(new Icons(line).get(Icon.WARNING));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(image);
		Link text = new Link(line, SWT.WRAP);
		text.setText(AccountMessages.damagedTitle + ". <a>" + AccountMessages.damagedDetails + "</a>");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addListener(SWT.Selection, e -> problems.value().forEach(context.problems()::show));
		problems.onChange(this::update);
		problems.follow(context.services().accounts()::listen);
		problems.reload();
	}

	@Override
	public void close() {
		problems.close();
	}

	private void update() {
		boolean any = !problems.value().isEmpty();
		if (line.getLayoutData() instanceof GridData data && data.exclude == any) {
			data.exclude = !any;
			line.setVisible(any);
			line.getParent().layout(true, true);
		}
	}
}
