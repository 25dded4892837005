package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.message.Draft;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** A real disk of three megabytes, in memory; to mount one needs root. */
class SmallDiskTest extends CaseWithFakes {
	@TempDir
	Path elsewhere;
	private boolean mounted;

	@Override
	@BeforeEach
	void open() {
		mounted = "root".equals(System.getProperty("user.name")) && run("mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", folder.toString());
		super.open();
		assumeTrue(mounted, "only root can mount a small disk: a really full one is not tried");
	}

	@Override
	@AfterEach
	void invariants() throws Exception {
		if (mounted) {
			try {
				super.invariants();
			} finally {
				run("umount", "-l", folder.toString());
			}
		}
	}

	@Test
	void case19RefusesAMailThatDoesNotFit() throws Exception {
		accepted(rig.submit());
		Path attachment = Files.write(elsewhere.resolve("large.bin"), new byte[4_000_000]);
		Draft draft = new Draft("anna@example.test", List.of("ben@example.test"), List.of(), List.of(), "large", "text", List.of(attachment));
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, draft, null));
		assertEquals(ProblemKind.STORAGE, refused.problem().kind(), refused.problem().toString());
		assertEquals(1, rig.spoolFiles().size());
		accepted(rig.submit());
	}

	@Test
	void case20StopsSendingAndNeverSendsAgainOnAFullDisk() throws Exception {
		OutboxId first = accepted(rig.submit());
		OutboxId second = accepted(rig.submit());
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, r, m.size());
			fill();
			return new SendOutcome.Accepted("250 " + "x".repeat(200_000), Map.of(r.iterator().next(), new RecipientResult.Accepted("250")));
		});
		assertEquals("outbox.disk-full", assertThrows(ProblemException.class, rig::drain).problem().id());
		assertThrows(ProblemException.class, rig::drain);
		assertEquals(1, rig.sender.deliveries.size());
		Files.delete(folder.resolve("filler"));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(first));
		assertEquals(MailState.FILED, rig.state(second));
	}

	@Test
	void case20IsInDoubtWhenTheProcessEndsWhileTheDiskIsFull() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, r, m.size());
			fill();
			return new SendOutcome.Accepted("250 " + "x".repeat(200_000), Map.of(r.iterator().next(), new RecipientResult.Accepted("250")));
		});
		assertThrows(ProblemException.class, rig::drain);
		rig.restart();
		Files.delete(folder.resolve("filler"));
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void case22SaysSoOnAReadOnlyDiskAndGoesOnAfterwards() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.restart();
		assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "the disk cannot be made read-only here");
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, rig::submit).problem().kind());
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, rig::drain).problem().kind());
		assertEquals(List.of(), rig.sender.deliveries);
		run("mount", "-o", "remount,rw", folder.toString());
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	private void fill() throws IOException {
		try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
			for (int size = 1 << 16; size > 0; size /= 2) {
				writeUntilFull(out, size);
			}
		}
	}

	private static void writeUntilFull(OutputStream out, int size) {
		try {
			while (true) {
				out.write(new byte[size]);
			}
		} catch (IOException full) {
			assertEquals("No space left on device", full.getMessage());
		}
	}

	private static boolean run(String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException notThere) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
