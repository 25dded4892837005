package org.postkontor.ui.internal;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.postkontor.ui.internal.operation.Background;
import org.postkontor.ui.internal.problem.ProblemPresenter;

/** What every view, dialog and page gets: services, background work, a way to show problems. */
public record UiContext(UiServices services, Background background, ProblemPresenter problems) {
	/** For a control that comes and goes: what is done after it is gone is dropped. */
	public static <T> Consumer<T> whileAlive(Control control, Consumer<T> consumer) {
		return value -> {
			if (!control.isDisposed()) {
				consumer.accept(value);
			}
		};
	}
}
