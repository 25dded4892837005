package org.postkontor.contract;

import java.io.IOException;
import java.util.function.Supplier;

import org.postkontor.transport.HandOver;

/** A journal that remembers when it was asked, and may fail. */
public final class Boundary implements HandOver {
	private final Supplier<Integer> delivered;
	private boolean failing;
	private int calls;
	private int deliveredAtBoundary = -1;
	private long progress;

	/** @param delivered how many mails the server has taken, asked at the boundary */
	public Boundary(Supplier<Integer> delivered) {
		this.delivered = delivered;
	}

	public Boundary() {
		this(() -> 0);
	}

	/** The disk is full. */
	public Boundary failing() {
		failing = true;
		return this;
	}

	@Override
	public void boundary() throws IOException {
		calls++;
		deliveredAtBoundary = delivered.get();
		if (failing) {
			throw new IOException("no space left on device");
		}
	}

	@Override
	public void progress(long sentBytes) {
		progress = sentBytes;
	}

	public int calls() {
		return calls;
	}

	/** How many mails the server had taken when the boundary was announced. */
	public int deliveredAtBoundary() {
		return deliveredAtBoundary;
	}

	public long lastProgress() {
		return progress;
	}
}
