package org.postkontor.ui.internal.operation;

import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs on the user interface's thread without waiting for it. */
final class DisplayExecutor implements Executor {
	private static final Logger LOG = LoggerFactory.getLogger(DisplayExecutor.class);

	private final Display display;

	DisplayExecutor(Display display) {
		this.display = display;
	}

	@Override
	public void execute(@Nullable Runnable task) {
		try {
			display.asyncExec(task);
		} catch (SWTException e) {
			// The window was closed while the work ran: nobody is left to tell.
			LOG.debug("display is gone", e);
		}
	}
}
