package org.postkontor.reliability.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.reliability.Kills;
import org.postkontor.reliability.Tally;

class KillsTest {
	private static final long SEED = 20261122;

	@TempDir
	Path folder;

	@Test
	void case17LosesAndDoublesNothingWhenProcessesAreKilled() throws Exception {
		kill(SEED, Duration.ofSeconds(12));
	}

	/** As many kills as fit; {@code ./test --crash} has the others. */
	@Test
	@Tag("long")
	void case17LosesAndDoublesNothingWhenMoreProcessesAreKilled() throws Exception {
		kill(SEED + 1, Duration.ofSeconds(35));
	}

	private void kill(long seed, Duration time) throws Exception {
		Tally tally = new Kills(folder.resolve("kills"), seed, 2, line -> System.out.println("seed " + seed + ": " + line)).run(1000, time);
		assertEquals(List.of(), tally.lost());
		assertEquals(List.of(), tally.doubled());
		assertEquals(List.of(), tally.other());
		assertTrue(tally.kills() >= 5 && tally.accepted() > tally.kills() / 2, tally.kills() + " kills, " + tally.accepted() + " mails");
	}
}
