package org.postkontor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries one direction: a reader stamps what it reads with the time at which it may go on, a writer waits for that
 * time. So a delay costs time, not throughput.
 */
final class Pump {

	private static final int BUFFER = 16 * 1024;
	/** At most 64 MB on the way, then the reader waits and TCP slows the sender down. */
	private static final int CHUNKS_ON_THE_WAY = 4096;

	private record Chunk(byte[] bytes, long due) {
		static final Chunk END = new Chunk(new byte[0], 0);
	}

	private final ProxyConnection connection;
	private final Direction direction;
	private final InputStream in;
	private final OutputStream out;
	private final Lane lane;
	private final BlockingQueue<Chunk> way = new LinkedBlockingQueue<>(CHUNKS_ON_THE_WAY);
	private long forwarded;

	Pump(ProxyConnection connection, Direction direction, InputStream in, OutputStream out, Lane lane) {
		this.connection = connection;
		this.direction = direction;
		this.in = in;
		this.out = out;
		this.lane = lane;
	}

	void start() {
		Thread.ofVirtual().start(this::read);
		Thread.ofVirtual().start(this::write);
	}

	private void read() {
		byte[] buffer = new byte[BUFFER];
		try {
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				way.put(new Chunk(Arrays.copyOf(buffer, n), System.nanoTime() + lane.state().delayNanos()));
			}
			end();
		} catch (IOException e) {
			end();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void end() {
		try {
			way.put(Chunk.END);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void write() {
		try {
			if (lane.state().cutAfter() == 0) {
				cut(lane.state());
			}
			for (Chunk chunk = way.take(); chunk != Chunk.END; chunk = way.take()) {
				pauseUntil(chunk.due());
				forward(chunk.bytes());
			}
		} catch (IOException e) {
			connection.close();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			if (!lane.state().blackHole()) {
				connection.ended(direction);
			}
		}
	}

	private void forward(byte[] bytes) throws IOException {
		for (int at = 0; at < bytes.length && !connection.isCut();) {
			Lane.State faults = lane.state();
			if (faults.blackHole()) {
				return;
			}
			int n = bytes.length - at;
			n = faults.dripBytes() > 0 ? Math.min(n, faults.dripBytes()) : n;
			n = faults.cutAfter() >= 0 ? (int) Math.min(n, faults.cutAfter() - forwarded) : n;
			if (n > 0) {
				// Counted before it is written: who has got the bytes finds them counted.
				connection.spoke(direction);
				lane.count(n);
				out.write(bytes, at, n);
				out.flush();
				forwarded += n;
				at += n;
			}
			if (faults.cutAfter() >= 0 && forwarded >= faults.cutAfter()) {
				cut(faults);
			} else if (faults.dripBytes() > 0) {
				pauseUntil(System.nanoTime() + faults.dripNanos());
			}
		}
	}

	private void cut(Lane.State faults) {
		connection.cut(faults.cut());
	}

	private static void pauseUntil(long due) {
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}
}
