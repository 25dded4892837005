package org.postkontor.launch;

import java.io.IOException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes this command started: whichever way it ends, none of them, nor a child of theirs, stays behind. */
final class Children {
	private final Set<Process> running = ConcurrentHashMap.newKeySet();
	private final Deque<Runnable> afterwards = new ConcurrentLinkedDeque<>();

	Children() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end of children"));
	}

	Process start(ProcessBuilder builder) throws IOException {
		Process process = builder.start();
		running.add(process);
		process.onExit().thenRun(() -> running.remove(process));
		return process;
	}

	/** Starts and waits; the process shares terminal and output with this one. */
	int run(ProcessBuilder builder) throws IOException, InterruptedException {
		return start(builder.inheritIO()).waitFor();
	}

	/** Ends one process and what it started: politely, after five seconds by force. */
	static void end(Process process) {
		var family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
		family.forEach(ProcessHandle::destroy);
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		for (ProcessHandle member : family) {
			try {
				member.onExit().get(Math.max(1, limit - System.nanoTime()), TimeUnit.NANOSECONDS);
			} catch (InterruptedException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
				member.destroyForcibly();
			}
		}
	}

	/** Does something when this command ends and no child is left. */
	void afterwards(Runnable work) {
		afterwards.addFirst(work);
	}

	private void endAll() {
		running.parallelStream().forEach(Children::end);
		afterwards.forEach(Runnable::run);
	}
}
