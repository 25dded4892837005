package org.postkontor.ui.internal.check;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.postkontor.check.CheckStep;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Icons;

/** The steps of an account test as a tree. */
public final class CheckTree {
	private final Tree tree;
	private final Icons icons;

	public CheckTree(Composite parent) {
		Composite holder = new Composite(parent, SWT.NONE);
		TreeColumnLayout layout = new TreeColumnLayout();
		holder.setLayout(layout);
		tree = new Tree(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
		tree.setHeaderVisible(true);
		icons = new Icons(tree);
		new AccessibleName(CheckMessages.treeName).of(tree);
		column(layout, CheckMessages.columnStep, SWT.NONE, new ColumnWeightData(50, 230));
		column(layout, CheckMessages.columnResult, SWT.NONE, new ColumnWeightData(50, 200));
		column(layout, CheckMessages.columnTime, SWT.RIGHT, new ColumnPixelData(80));
	}

	/** For the layout of the parent. */
	public Composite control() {
		return tree.getParent();
	}

	/** Told the step that the user selected. */
	public void onSelect(Consumer<CheckStep> listener) {
		tree.addListener(SWT.Selection, e -> {
			for (TreeItem item : tree.getSelection()) {
				listener.accept((CheckStep) item.getData());
			}
		});
	}

	public void show(List<CheckStep> steps) {
		tree.setRedraw(false);
		tree.removeAll();
		steps.forEach(step -> fill(new TreeItem(tree, SWT.NONE), step));
		tree.setRedraw(true);
	}

	public void select(CheckStep step) {
		for (TreeItem item : tree.getItems()) {
			select(item, step);
		}
	}

	private void select(TreeItem item, CheckStep step) {
		if (item.getData() == step) {
			tree.setSelection(item);
		}
		for (TreeItem child : item.getItems()) {
			select(child, step);
		}
	}

	private void fill(TreeItem item, CheckStep step) {
		StepText text = new StepText(step);
		item.setText(new String[] { text.title(), text.result(), text.time() });
		item.setImage(icons.get(text.icon()));
		item.setData(step);
		step.children().forEach(child -> fill(new TreeItem(item, SWT.NONE), child));
		item.setExpanded(true);
	}

	private void column(TreeColumnLayout layout, String title, int style, ColumnLayoutData data) {
		TreeColumn column = new TreeColumn(tree, style);
		column.setText(title);
		layout.setColumnData(column, data);
	}
}
