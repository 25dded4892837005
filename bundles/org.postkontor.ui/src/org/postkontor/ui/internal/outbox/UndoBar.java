package org.postkontor.ui.internal.outbox;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** Says what was removed, with a link that brings it back; takes no room while there is nothing. For a parent with a grid layout. */
final class UndoBar {
	private final Composite composite;
	private final Link link;

	UndoBar(Composite parent, Runnable undo) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(composite);
		link = new Link(composite, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
		link.addListener(SWT.Selection, e -> undo.run());
		composite.setVisible(false);
	}

	void show(Optional<RemovedMails.Batch> batch) {
		if (composite.isDisposed()) {
			return;
		}
		link.setText(batch.map(b -> b.text().replace("<", "‹").replace("&", "&&")).orElse("") + " <a>" + OutboxMessages.undo.replace("&", "") + "</a>");
		boolean visible = batch.isPresent();
		if (composite.getLayoutData() instanceof GridData data && data.exclude == visible) {
			data.exclude = !visible;
			composite.setVisible(visible);
		}
		composite.getParent().layout(true, true);
	}
}
