package org.postkontor.inbox.internal;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;

/** Lets time pass; tests own it. */
@FunctionalInterface
public interface Pauses {
	/** Returns after {@code duration}, or within a second after the monitor was cancelled or the thread interrupted. */
	void pause(Duration duration, IProgressMonitor monitor);
}
