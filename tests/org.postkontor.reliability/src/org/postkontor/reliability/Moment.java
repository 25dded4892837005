package org.postkontor.reliability;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a process is killed: some time after the n-th time that the servers see an event, or after its start.
 *
 * @param event an event of the scripted servers, {@link #ANSWERED} or {@link #STARTED}
 * @param nth   which of them, from 1
 * @param nanos how long afterwards
 * @param taken whether a server that got the final dot takes the mail although nobody waits for the answer any more
 */
record Moment(String event, int nth, long nanos, boolean taken) {
	/** The answer to the final dot is on its way. */
	static final String ANSWERED = "ANSWERED";
	static final String STARTED = "STARTED";
	private static final List<String> BEFORE = List.of("EHLO", "AUTH", "MAIL", "RCPT", "DATA");
	private static final List<String> COPY = List.of("AUTHENTICATE", "SEARCH", "APPEND", "APPENDED");
	private static final int MICRO = 1_000;
	private static final int MILLI = 1_000_000;

	/** Every second one close to the final dot, where a mail can be lost or doubled; some anywhere, from the start of the process on. */
	static Moment of(RandomGenerator random) {
		int kind = random.nextInt(100);
		int nth = 1 + random.nextInt(8);
		boolean taken = random.nextBoolean();
		if (kind < 15) {
			return new Moment("DOT", nth, 0, taken);
		}
		if (kind < 30) {
			return new Moment("ACCEPTED", nth, 0, true);
		}
		if (kind < 55) {
			return new Moment(ANSWERED, nth, random.nextInt(1_200) * MICRO, true);
		}
		if (kind < 65) {
			return new Moment(BEFORE.get(random.nextInt(BEFORE.size())), 1 + random.nextInt(3), random.nextInt(4_000) * MICRO, true);
		}
		if (kind < 75) {
			return new Moment(COPY.get(random.nextInt(COPY.size())), 1 + random.nextInt(3), random.nextInt(2_000) * MICRO, true);
		}
		return new Moment(STARTED, 1, (long) random.nextInt(1_500) * MILLI, true);
	}

	/** Whether the server holds its breath until the process is dead. */
	boolean stopsServer() {
		return nanos == 0;
	}
}
