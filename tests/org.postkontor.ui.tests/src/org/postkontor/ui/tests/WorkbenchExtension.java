package org.postkontor.ui.tests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps one workbench for all tests of the run. */
public final class WorkbenchExtension implements BeforeAllCallback {
	private RunningWorkbench workbench;

	public RunningWorkbench workbench() {
		return workbench;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
		workbench = store.getOrComputeIfAbsent(RunningWorkbench.class, key -> start(), RunningWorkbench.class);
	}

	private static RunningWorkbench start() {
		try {
			return new RunningWorkbench();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
