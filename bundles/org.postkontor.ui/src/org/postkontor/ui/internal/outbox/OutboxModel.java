package org.postkontor.ui.internal.outbox;

import java.time.Duration;

import org.eclipse.swt.widgets.Display;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Snapshot;

/**
 * The outbox as the view shows it: loaded, filtered and sorted in the background, at most ten times a second. Words and
 * order do not load it again. Used on the user interface's thread only.
 */
public final class OutboxModel implements AutoCloseable {
	private static final Duration PAUSE = Duration.ofMillis(100);
	private static final Duration LATER = Duration.ofSeconds(1);

	private final LoadedOutbox shared;
	private final Snapshot<OutboxRows.Loaded> loaded;
	private final Snapshot<OutboxList> list;
	private final Pace pace;
	private final Runnable again;
	private volatile OutboxOrder order;
	private volatile OutboxRows.Loaded source = OutboxRows.Loaded.NOTHING;
	private volatile OutboxList before = OutboxList.NOTHING;

	public OutboxModel(UiContext context, Display display, OutboxOrder order) {
		this.order = order;
		this.shared = context.services().loadedOutbox();
		this.source = shared.last().orElse(OutboxRows.Loaded.NOTHING);
		this.loaded = new Snapshot<>(source, OutboxMessages.jobLoad, new TimedLoad<>(monitor -> shared.read(), this::took), context.background(), context.problems()::show);
		this.list = new Snapshot<>(before, OutboxMessages.jobLoad, monitor -> {
			OutboxRows.Loaded rows = source;
			Formats.ofUser().dateTime(context.services().clock().instant()); // the first one takes long: not on the thread that paints
			before = OutboxList.of(this.order.of(rows.rows(), context.services().texts(), Formats.ofUser()), rows, before);
			return before;
		}, context.background(), context.problems()::show);
		loaded.onChange(() -> {
			if (source != loaded.value() || !list.isLoaded()) {
				source = loaded.value();
				list.reload();
			}
		});
		pace = Pace.of(display, PAUSE, loaded::reload);
		again = () -> {
			shared.outdated();
			loaded.reload();
		};
		loaded.follow(changed -> shared.listen(() -> context.background().ui().execute(pace::request)));
	}

	private void took(Duration time) {
		pace.took(time);
	}

	/** Told after each change of what is to be shown. */
	void onChange(Runnable listener) {
		list.onChange(listener);
	}

	/** Shows at once what is known already, and looks a moment later whether another process has changed something. */
	void load(Display display) {
		if (shared.last().isPresent()) {
			list.reload();
			display.timerExec((int) LATER.toMillis(), again);
		} else {
			loaded.reload();
		}
	}

	OutboxList value() {
		return list.value();
	}

	OutboxOrder order() {
		return order;
	}

	void order(OutboxOrder newOrder) {
		order = newOrder;
		list.reload();
	}

	@Override
	public void close() {
		loaded.close();
		list.close();
	}
}
