package org.postkontor.ui.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.postkontor.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was loaded last, replaced as a whole by each load in the background. Changes that come in while loading lead to
 * exactly one more load. Used on the user interface's thread only.
 */
public final class Snapshot<T> implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

	private final String label;
	private final Operation<T> load;
	private final Background background;
	private final Consumer<Problem> failed;
	private final List<Runnable> listeners = new ArrayList<>();
	private final List<AutoCloseable> sources = new ArrayList<>();
	private T value;
	private boolean loading;
	private boolean again;
	private boolean closed;
	private boolean loaded;

	public Snapshot(T initial, String label, Operation<T> load, Background background, Consumer<Problem> failed) {
		this.value = initial;
		this.label = label;
		this.load = load;
		this.background = background;
		this.failed = failed;
	}

	public T value() {
		return value;
	}

	/** False until the first load ended. */
	public boolean isLoaded() {
		return loaded;
	}

	/** Told after each load. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** Loads again whenever a service says that something changed. */
	public void follow(Function<Runnable, AutoCloseable> listen) {
		sources.add(listen.apply(() -> background.ui().execute(this::reload)));
	}

	public void reload() {
		if (closed) {
			return;
		}
		if (loading) {
			again = true;
			return;
		}
		loading = true;
		background.startQuietly(label, load, this::loaded, this::failed);
	}

	private void loaded(T newValue) {
		value = newValue;
		loaded = true;
		ended();
	}

	private void failed(Problem problem) {
		if (!closed) {
			failed.accept(problem);
		}
		ended();
	}

	private void ended() {
		loading = false;
		if (closed) {
			return;
		}
		listeners.forEach(Runnable::run);
		if (again) {
			again = false;
			reload();
		}
	}

	@Override
	public void close() {
		closed = true;
		for (AutoCloseable source : sources) {
			try {
				source.close();
			} catch (Exception e) {
				LOG.warn("listener was not removed", e);
			}
		}
	}
}
