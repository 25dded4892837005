package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.fakes.Invariants;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;

/**
 * The power fails at every step of accepting mails, and what was not forced is lost in part. SQLite's own files are taken as
 * they are: that its commits are forced is asserted when it is opened, and counted by {@link ForcesTest}.
 */
class PowerLossTest {
	private static final int IMAGES_A_MOMENT = 4;

	@TempDir
	Path folder;

	private final Random random = new Random(20261118);
	private final List<OutboxId> accepted = new ArrayList<>();
	private final List<Image> images = new ArrayList<>();
	private VolatileDisk disk;

	/** A disk after a power failure, and what users had been told before. */
	private record Image(Path home, List<OutboxId> accepted) {
	}

	@Test
	void case18HasEveryAcceptedMailAfterAPowerFailureAtAnyStep() throws Exception {
		try (Rig rig = new Rig(folder.resolve("home"))) {
			rig.outbox().entries();
			rig.restart();
			disk = new VolatileDisk(this::powerFails);
			rig.files = disk;
			rig.crash = label -> powerFails();
			accepted.add(rig.outbox().submit(Rig.ANNA, frozen(rig, 1)));
			powerFails();
			List<OutgoingMessage> group = List.of(frozen(rig, 2), frozen(rig, 3));
			accepted.addAll(rig.outbox().submitAll(Rig.ANNA, group, SendOptions.NOW));
			powerFails();
		}
		assertTrue(images.size() > 60, images.size() + " images");
		assertEquals(3, images.getLast().accepted().size());
		for (Image image : images) {
			assertGood(image);
		}
	}

	private static OutgoingMessage frozen(Rig rig, int number) throws Exception {
		return Rig.composer(rig.clock).freeze(Rig.draft("mail " + number, 1), rig.folder.resolveSibling("frozen" + number), null);
	}

	private void powerFails() {
		try {
			for (int i = 0; i < IMAGES_A_MOMENT; i++) {
				Path image = folder.resolve("image" + images.size());
				disk.fail(folder.resolve("home"), image, random);
				images.add(new Image(image, List.copyOf(accepted)));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void assertGood(Image image) throws Exception {
		try (Rig rig = new Rig(image.home())) {
			rig.drain();
			Invariants invariants = new Invariants(image.home(), rig.outbox(), id -> count(rig, id), Set.of(), List.of("token1"));
			invariants.look(image.accepted()).assertGood(image.home().getFileName().toString());
			for (OutboxEntry entry : rig.outbox().entries()) {
				assertEquals(MailState.FILED, entry.state(), image.home().getFileName() + " " + entry);
			}
			List<String> known = rig.outbox().entries().stream().map(entry -> entry.id() + ".eml").sorted().toList();
			assertEquals(known, rig.spoolFiles(), "no half mail stays");
			invariants.assertRecovered(Rig.ANNA, Rig.draft("after the power failure", 1));
		}
		delete(image.home());
	}

	private static int count(Rig rig, String messageId) {
		return (int) rig.sender.deliveries.stream().filter(d -> d.messageId().equals(messageId)).count();
	}

	private static void delete(Path image) throws IOException {
		try (var files = Files.walk(image)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
