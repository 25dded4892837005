package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.postkontor.cli.ExitCode;

class ExitCodeTest {
	@Test
	void givesEveryCodeItsOwnNumber() {
		assertEquals(ExitCode.values().length, numbers().size());
	}

	@Test
	void leavesNumbersOfEquinoxAndOfSignalsAlone() {
		for (int foreign : new int[] { 13, 23, 24, 126, 127, 130, 143 }) {
			assertFalse(numbers().contains(foreign), Integer.toString(foreign));
		}
	}

	@Test
	void keepsTheNumbersThatScriptsDependOn() {
		assertEquals("OK=0 FAILURE=1 USAGE=2 SIGN_IN_NEEDED=3 KEYRING=4 NETWORK=5 CERTIFICATE=6 CONFIGURATION=7 BUSY=8 STORAGE=9 CHECK_FAILED=10 "
				+ "MAILS_LEFT=11 CANCELLED=12 CONFIRMATION_NEEDED=14 NOT_FOUND=15 MESSAGE=16 CONSENT_PENDING=17",
				Arrays.stream(ExitCode.values()).map(c -> c + "=" + c.number()).collect(Collectors.joining(" ")));
	}

	private static Set<Integer> numbers() {
		return Arrays.stream(ExitCode.values()).map(ExitCode::number).collect(Collectors.toSet());
	}
}
