package org.postkontor.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.postkontor.fakes.Invariants;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;

/**
 * One home that processes live in, one after the other, each until it is killed. In the end the product drains it in peace,
 * and nothing may be missing or double.
 */
final class Lives {
	/** An event that does not come, such as the eighth mail of a life, does not keep a life going longer. */
	private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(4);
	/** Drains until looking for mails in doubt has ended; each is five minutes after the one before. */
	private static final int DRAINS = 10;

	private final VictimRuntime runtime;
	private final Path folder;
	private final Path home;
	private final Random random;
	private final Servers servers;
	private final Tally tally;
	private final List<String> accepted = new ArrayList<>();
	private final Set<String> mayBeInDoubt = new HashSet<>();
	private Autopsy before = Autopsy.NONE;

	Lives(VictimRuntime runtime, Path folder, Servers servers, Random random, Tally tally) {
		this.runtime = runtime;
		this.folder = folder;
		home = folder.resolve("home");
		this.servers = servers;
		this.random = random;
		this.tally = tally;
	}

	/** Starts a process and kills it. */
	void live() throws IOException, SQLException, InterruptedException {
		Moment moment = Moment.of(random);
		Process process = runtime.start(servers, home, random.nextLong());
		Trigger trigger = new Trigger(moment, process);
		servers.arm(trigger);
		Thread deadline = Thread.ofVirtual().start(() -> end(trigger));
		boolean ready = false;
		List<String> said = new ArrayList<>();
		try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
			for (String line; (line = lines.readLine()) != null;) {
				if (line.startsWith(Victim.ACCEPTED)) {
					accepted.add(line.substring(Victim.ACCEPTED.length()));
				} else if (line.equals(Victim.READY)) {
					ready = true;
				} else {
					said.add(line);
				}
			}
		} finally {
			deadline.interrupt();
			process.toHandle().destroyForcibly();
		}
		int code = process.waitFor();
		if (!trigger.isFired()) {
			tally.wrong(List.of("a process ended by itself with " + code + ": " + said));
		}
		Autopsy autopsy = Autopsy.of(home, folder.resolve("autopsy"));
		tally.killed(autopsy.standing(before, ready, servers::hasAnswered), autopsy.onTheirWay(before));
		before = autopsy;
		tally.lost(autopsy.missing(accepted));
		mayBeInDoubt.addAll(autopsy.atBoundary());
	}

	private static void end(Trigger trigger) {
		boolean timed = trigger.moment().event().equals(Moment.STARTED);
		long end = System.nanoTime() + (timed ? trigger.moment().nanos() : LONGEST_NANOS);
		for (long rest = 1; rest > 0 && !Thread.interrupted(); rest = end - System.nanoTime()) {
			LockSupport.parkNanos(rest);
		}
		if (System.nanoTime() >= end) {
			trigger.fire();
		}
	}

	/** Drains everything, long after the last kill, and compares what the servers have with what was accepted. */
	void judge() throws IOException, ProblemException {
		servers.arm(null);
		FakeClock clock = new FakeClock(java.time.Instant.now());
		try (ProductOutbox product = new ProductOutbox(home, servers.officeTrust(), servers.smtpPort(), servers.imapPort(), clock)) {
			for (int i = 0; i < DRAINS; i++) {
				clock.advance(Duration.ofMinutes(5));
				product.drain();
			}
			Set<OutboxId> ids = accepted.stream().map(OutboxId::new).collect(Collectors.toSet());
			Invariants invariants = new Invariants(home, product.outbox(), servers, Set.of(), List.of(ProductOutbox.TOKEN));
			Invariants.Verdict verdict = invariants.look(ids);
			tally.lost(verdict.lost());
			tally.doubled(verdict.doubled());
			tally.doubled(servers.doubled());
			tally.wrong(verdict.leaked());
			List<OutboxEntry> entries = product.outbox().entries();
			tally.wrong(entries.stream().filter(entry -> !isAtRest(entry)).map(entry -> entry.id() + " is still " + entry.state()).toList());
			List<OutboxEntry> doubts = entries.stream().filter(entry -> entry.state() == MailState.IN_DOUBT).toList();
			tally.mails(accepted.size(), (int) entries.stream().filter(entry -> servers.deliveries(entry.messageId()) > 0).count(), doubts.size());
			recover(invariants);
		}
	}

	private void recover(Invariants invariants) throws ProblemException {
		try {
			invariants.assertRecovered(ProductOutbox.ANNA, ProductOutbox.draft("after the last kill"));
		} catch (AssertionError e) {
			tally.wrong(List.of(String.valueOf(e.getMessage())));
		}
	}

	/** Filed; or in doubt, but only if a kill took its answer. */
	private boolean isAtRest(OutboxEntry entry) {
		return entry.state() == MailState.FILED || entry.state() == MailState.IN_DOUBT && mayBeInDoubt.contains(entry.id().value());
	}
}
