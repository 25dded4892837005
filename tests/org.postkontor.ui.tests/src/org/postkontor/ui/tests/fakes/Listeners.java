package org.postkontor.ui.tests.fakes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know about changes of a fake. */
final class Listeners {
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	AutoCloseable add(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	void fire() {
		listeners.forEach(Runnable::run);
	}
}
