package org.postkontor.ui.internal;

import java.util.function.BooleanSupplier;

import org.eclipse.jface.action.Action;

/** An action with a label, an icon, a command (for its key) and a condition. */
public final class CommandAction extends Action {
	private final BooleanSupplier condition;
	private final Runnable task;

	/** @param command id of the command whose key runs it while the view is active; empty for none */
	public CommandAction(String label, Icon icon, String command, BooleanSupplier condition, Runnable task) {
		super(label, icon.descriptor());
		this.condition = condition;
		this.task = task;
		setToolTipText(plain(label));
		setId(command.isEmpty() ? label : command);
		if (!command.isEmpty()) {
			setActionDefinitionId(command);
		}
	}

	/** A label as a tool tip: without mnemonic and dots. */
	public static String plain(String label) {
		return label.replace("&", "").replaceAll("\\s*…$", "");
	}

	/** Looks again whether it can run now. */
	public void update() {
		setEnabled(condition.getAsBoolean());
	}

	@Override
	public void run() {
		if (condition.getAsBoolean()) {
			task.run();
		}
	}
}
