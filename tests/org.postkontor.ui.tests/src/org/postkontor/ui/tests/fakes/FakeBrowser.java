package org.postkontor.ui.tests.fakes;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.ui.internal.signin.BrowserOpener;

/** A browser that shows nothing; can be missing. */
public final class FakeBrowser implements BrowserOpener {
	private final List<URI> opened = new CopyOnWriteArrayList<>();
	private volatile boolean missing;

	public void reset() {
		opened.clear();
		missing = false;
	}

	/** As if none could be started. */
	public void remove() {
		missing = true;
	}

	public List<URI> opened() {
		return List.copyOf(opened);
	}

	@Override
	public boolean open(URI link) {
		opened.add(link);
		return !missing;
	}
}
