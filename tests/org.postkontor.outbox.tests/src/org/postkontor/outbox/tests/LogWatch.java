package org.postkontor.outbox.tests;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears everything that is logged, at the finest level, or printed, until it is closed. */
final class LogWatch implements AutoCloseable {
	private final List<String> lines = new CopyOnWriteArrayList<>();
	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private final Logger root = Logger.getLogger("");
	private final Level before = root.getLevel();
	private final PrintStream out = System.out;
	private final Handler ear = new Ear();

	LogWatch() {
		ear.setLevel(Level.ALL);
		root.addHandler(ear);
		root.setLevel(Level.ALL);
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
	}

	String heard() {
		return String.join("\n", lines) + printed.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		System.setOut(out);
		root.setLevel(before);
		root.removeHandler(ear);
	}

	private final class Ear extends Handler {
		@Override
		public void publish(LogRecord entry) {
			Throwable thrown = entry.getThrown();
			lines.add(entry.getLoggerName() + " " + entry.getMessage() + " " + (entry.getParameters() == null ? "" : List.of(entry.getParameters()))
					+ (thrown == null ? "" : thrown));
		}

		@Override
		public void flush() {
			printed.writeBytes(new byte[0]);
		}

		@Override
		public void close() {
			root.removeHandler(this);
		}
	}
}
