package org.postkontor.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;

/** A command that simply does something. */
public final class TaskHandler extends AbstractHandler {
	private final Runnable task;

	public TaskHandler(Runnable task) {
		this.task = task;
	}

	@Override
	public @Nullable Object execute(@Nullable ExecutionEvent event) {
		task.run();
		return null;
	}
}
