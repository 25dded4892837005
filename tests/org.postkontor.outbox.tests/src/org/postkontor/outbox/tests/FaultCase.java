package org.postkontor.outbox.tests;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Cases of the fault catalogue through the whole chain; the number in a test's name is the case's. The invariants are checked after each. */
abstract class FaultCase {
	@TempDir
	Path home;
	FaultStage stage;

	@BeforeEach
	void start() throws IOException {
		stage = stage(home);
	}

	FaultStage stage(Path folder) throws IOException {
		return FaultStage.implicit(folder);
	}

	@AfterEach
	void invariants() throws Exception {
		try (FaultStage ended = stage) {
			ended.assertInvariants();
		}
	}
}
