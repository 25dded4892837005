package org.postkontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/**
 * Ends the VM at the n-th hit of one label, with no shutdown hook and no flush, like {@code kill -9}.
 * <p>
 * The product sees only a method that takes a label ({@code points::hit}). Every hit is recorded before it may
 * crash, in memory and, if asked for, in a file that a parent process reads afterwards. Thread-safe.
 */
public final class CrashPoints {

	/** The status of a VM that a crash point ended; the same as after {@code kill -9}. */
	public static final int STATUS = 137;
	/** System property: the label to crash at. */
	public static final String LABEL = "org.postkontor.testkit.crash.label";
	/** System property: at which hit of the label, from 1; 1 if absent. */
	public static final String COUNT = "org.postkontor.testkit.crash.count";
	/** System property: a file to which each label hit is appended, one a line. */
	public static final String RECORD = "org.postkontor.testkit.crash.record";

	private final String label;
	private final int count;
	private final Path record;
	private final IntConsumer halt;
	private final List<String> hits = new CopyOnWriteArrayList<>();

	/** Crashes the VM at the {@code count}-th hit of {@code label}; an empty label never crashes. */
	public CrashPoints(String label, int count) {
		this(label, count, null, Runtime.getRuntime()::halt);
	}

	/**
	 * @param record where to append the labels, or null
	 * @param halt   what ends the VM; a test of crash points passes its own
	 */
	public CrashPoints(String label, int count, Path record, IntConsumer halt) {
		this.label = label;
		this.count = count;
		this.record = record;
		this.halt = halt;
	}

	/** As the system properties say; for a forked VM. */
	public static CrashPoints fromProperties() {
		String file = System.getProperty(RECORD);
		return new CrashPoints(System.getProperty(LABEL, ""), Integer.getInteger(COUNT, 1),
				file == null ? null : Path.of(file), Runtime.getRuntime()::halt);
	}

	/** Never crashes, only records. */
	public static CrashPoints recording() {
		return new CrashPoints("", 0);
	}

	/** A line of the product that has a name. */
	public synchronized void hit(String name) {
		hits.add(name);
		write(name);
		if (name.equals(label) && hits.stream().filter(name::equals).count() == count) {
			halt.accept(STATUS);
		}
	}

	/** All labels hit so far, in order, with repetitions. */
	public List<String> hits() {
		return List.copyOf(hits);
	}

	private void write(String name) {
		if (record == null) {
			return;
		}
		try {
			Files.writeString(record, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
