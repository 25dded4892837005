package org.postkontor.bench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.bench.Options;
import org.postkontor.bench.Rounds;

class OptionsTest {

	@Test
	void runsEverythingThatIsNotNarrowedDown() {
		assertTrue(Options.parse(List.of()).selects("drain-20kb-0ms-1to"));
	}

	@Test
	void selectsByTheWholeNameOrTheWordsItBeginsWith() {
		Options options = Options.parse(List.of("drain-20kb", "queue"));
		assertTrue(options.selects("drain-20kb-0ms-1to"));
		assertTrue(options.selects("queue"));
		assertFalse(options.selects("drain-5mb-0ms-1to"));
		assertFalse(Options.parse(List.of("drain-20")).selects("drain-20kb-0ms-1to"));
	}

	@Test
	void takesWhatIsUsualUnlessToldOtherwise() {
		assertEquals(100, Options.parse(List.of()).mails(100, 1000));
		assertEquals(1000, Options.parse(List.of("--full")).mails(100, 1000));
		assertEquals(7, Options.parse(List.of("--full", "--mails", "7")).mails(100, 1000));
		assertTrue(Options.parse(List.of("--quick")).mails(100, 1000) < 10);
		assertEquals(new Rounds(5, 60), Options.parse(List.of()).rounds(5, 60));
		assertEquals(new Rounds(2, 9), Options.parse(List.of("--rounds", "2", "--seconds", "9")).rounds(5, 60));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--fast", "--mails", "--mails 0", "--rounds many", "--quick --write", "--full --quick" })
	void refusesWhatItDoesNotUnderstand(String arguments) {
		assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(arguments.split(" "))));
	}
}
