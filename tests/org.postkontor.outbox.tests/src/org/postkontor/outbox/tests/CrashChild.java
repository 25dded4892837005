package org.postkontor.outbox.tests;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.CrashPoints;
import org.postkontor.testkit.FakeClock;

/** The VM that dies: arguments are the folder and what to do there. */
public final class CrashChild {
	private CrashChild() {
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		try (Rig rig = rig(folder, arguments[1].equals("endless") ? 2_000_000 : 0)) {
			CrashPoints points = CrashPoints.fromProperties();
			rig.crash = points::hit;
			rig.files = new FaultyFiles(points::hit);
			((FileMailSender) rig.sender).crash = points::hit;
			switch (arguments[1]) {
			case "three" -> {
				for (int i = 0; i < 3; i++) {
					submit(rig, folder, i);
				}
				rig.drain();
			}
			case "frozen" -> {
				for (int i = 0; i < 3; i++) {
					OutgoingMessage message = Rig.composer(rig.time).freeze(Rig.draft("mail " + i, 1), folder.resolve("frozen" + i), null);
					accepted(folder, rig.outbox().submit(Rig.ANNA, message));
				}
			}
			case "folding" -> {
				for (int i = 0; true; i++) {
					submit(rig, folder, i);
					rig.sql("PRAGMA wal_checkpoint(TRUNCATE)");
				}
			}
			case "endless" -> {
				for (int i = 0; true; i++) {
					submit(rig, folder, i);
					drainUnlessBusy(rig);
				}
			}
			case "tidying" -> {
				for (int i = 0; i < 3; i++) {
					submit(rig, folder, i);
				}
				rig.drain();
				FakeClock later = new FakeClock(java.time.Instant.now().plus(Duration.ofDays(8)));
				rig.restart();
				rig.time = later;
				rig.outbox().tidy();
				later.advance(Duration.ofMinutes(11));
				rig.outbox().tidy();
			}
			case "large" -> large(rig, folder);
			case "many" -> many(rig, folder);
			default -> throw new IllegalArgumentException(arguments[1]);
			}
		}
	}

	/** A rig whose servers remember across VMs. */
	static Rig rig(Path folder, long pauseNanos) {
		Rig rig = new Rig(folder.resolve("home")).withImap();
		rig.time = Clock.systemUTC();
		rig.sender = new FileMailSender(folder.resolve("deliveries"), pauseNanos);
		rig.receiver = new FakeMailReceiver(folder.resolve("sent"));
		return rig;
	}

	private static void submit(Rig rig, Path folder, int number) throws Exception {
		accepted(folder, rig.outbox().submit(Rig.ANNA, Rig.draft("mail " + number, 1), null));
	}

	private static void accepted(Path folder, OutboxId id) {
		FileMailSender.append(folder.resolve("accepted"), id.value());
	}

	private static void drainUnlessBusy(Rig rig) throws ProblemException {
		try {
			rig.drain();
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.BUSY) {
				throw e;
			}
		}
	}

	private static void large(Rig rig, Path folder) throws Exception {
		Path attachment = folder.resolve("large.bin");
		try (RandomAccessFile file = new RandomAccessFile(attachment.toFile(), "rw")) {
			file.setLength(100_000_000);
		}
		rig.sender = new FakeMailSender();
		rig.outbox().submit(Rig.ANNA,
				new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "large", "text", List.of(attachment)), null);
		rig.outbox().drain(Optional.empty(), null);
		OutboxEntry entry = rig.outbox().entries().get(0);
		System.out.println(entry.state() + " " + rig.sender.deliveries.get(0).size());
	}

	/** 100,000 mails wait; the last one is due and goes. */
	private static void many(Rig rig, Path folder) throws Exception {
		rig.sender = new FakeMailSender();
		rig.outbox().entries();
		rig.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO mail(id, account, state, message_id, subject, dated,"
				+ " sender, recipients, size, sha256, accepted, started, next_attempt, not_before) SELECT printf('%012x-0', i), 'anna', 'SCHEDULED',"
				+ " '<' || i || '@example.test>', 'mail ' || i, 0, 'anna@example.test', '[\"ben@example.test\"]', 100, '', 0, 0, 4102444800000, 4102444800000 FROM n");
		OutboxId id = rig.outbox().submit(Rig.ANNA, Rig.draft("the one that is due", 1), null);
		rig.outbox().drain(Optional.empty(), null);
		System.out.println(rig.state(id) + " " + rig.outbox().entries().size());
	}
}
