package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.app.internal.LaunchOptions;

/** Options of the window. */
class LaunchOptionsTest {
	@Test
	void readsBothWaysOfWriting() {
		LaunchOptions options = LaunchOptions.parse(List.of("--home", "/a/b", "--branding=/c/d.json"));
		assertEquals(Optional.of(Path.of("/a/b").toAbsolutePath()), options.home());
		assertEquals(Optional.of(Path.of("/c/d.json").toAbsolutePath()), options.branding());
	}

	@Test
	void leavesThePlatformsOptionsAlone() {
		assertEquals(Optional.empty(), LaunchOptions.parse(List.of("-nosplash", "-consoleLog")).home());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--hime", "--home", "--home=", "--password=x" })
	void refusesWhatItDoesNotKnowOrWhatIsIncomplete(String argument) {
		assertThrows(IllegalArgumentException.class, () -> LaunchOptions.parse(List.of(argument)));
	}
}
