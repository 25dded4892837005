package org.postkontor.ui.internal.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;

/** Files to attach. */
final class AttachmentList {
	private final List<Path> files = new ArrayList<>();
	private final Table list;
	private final Icons icons;

	AttachmentList(Composite parent) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(ComposeMessages.attachments);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(label);
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
		list = new Table(area, SWT.BORDER | SWT.MULTI);
		icons = new Icons(list);
		new AccessibleName(ComposeMessages.attachmentsName).of(list);
		GridDataFactory.fillDefaults().grab(true, false).span(1, 2).hint(SWT.DEFAULT, 60).applyTo(list);
		Button add = button(area, ComposeMessages.add, () -> choose(area.getShell()));
		add.setImage(icons.get(Icon.ATTACHMENT));
		button(area, ComposeMessages.remove, this::removeSelected);
		dropFiles();
	}

	List<Path> files() {
		return List.copyOf(files);
	}

	private void dropFiles() {
		DropTarget target = new DropTarget(list, DND.DROP_COPY | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void drop(@Nullable DropTargetEvent event) {
				if (event != null && event.data instanceof String[] names) {
					Arrays.stream(names).map(Path::of).forEach(AttachmentList.this::add);
				}
			}
		});
	}

	private void choose(Shell shell) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
		if (dialog.open() != null) {
			Path folder = Path.of(dialog.getFilterPath());
			Arrays.stream(dialog.getFileNames()).map(folder::resolve).forEach(this::add);
		}
	}

	void add(Path file) {
		if (!files.contains(file)) {
			files.add(file);
			TableItem item = new TableItem(list, SWT.NONE);
			item.setText(String.valueOf(file.getFileName()));
			item.setImage(icons.get(Icon.ATTACHMENT));
		}
	}

	private void removeSelected() {
		int[] selected = list.getSelectionIndices();
		for (int i = selected.length - 1; i >= 0; i--) {
			files.remove(selected[i]);
		}
		list.remove(selected);
	}

	private static Button button(Composite area, String text, Runnable task) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		GridDataFactory.fillDefaults().applyTo(button);
		button.addListener(SWT.Selection, e -> task.run());
		return button;
	}
}
