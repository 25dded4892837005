package org.postkontor.account.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;

class LeaveOnServerTest {
	private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

	private static Endpoint endpoint(Protocol protocol, LeaveOnServer leaveOnServer) {
		return new Endpoint(protocol, "mail.example.test", 995, TlsMode.IMPLICIT, AuthBinding.of("password", "anna", Map.of()), leaveOnServer);
	}

	@Test
	void countsDaysFromTheReceiptHere() {
		assertEquals(Optional.of(Instant.parse("2026-11-12T12:00:00Z")), LeaveOnServer.days(14).endsForReceivedUntil(NOW));
		assertEquals(Optional.of(NOW), LeaveOnServer.UNTIL_STORED.endsForReceivedUntil(NOW));
		assertEquals(Optional.empty(), LeaveOnServer.ALWAYS.endsForReceivedUntil(NOW));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1000, Integer.MIN_VALUE })
	void refusesOtherNumbersOfDays(int days) {
		assertThrows(IllegalArgumentException.class, () -> LeaveOnServer.days(days));
	}

	@Test
	void isAlwaysUnlessItIsSaid() {
		assertEquals(LeaveOnServer.ALWAYS,
				new Endpoint(Protocol.POP3, "pop.example.test", 995, TlsMode.IMPLICIT, AuthBinding.of("password", "anna", Map.of())).leaveOnServer());
	}

	@ParameterizedTest
	@EnumSource(value = Protocol.class, names = "POP3", mode = Mode.EXCLUDE)
	void onlyPop3Deletes(Protocol protocol) {
		assertThrows(IllegalArgumentException.class, () -> endpoint(protocol, LeaveOnServer.days(1)));
	}

	@Test
	void staysWithTheEndpointWhenItsSignInOrItsServerChanges() {
		Endpoint pop = endpoint(Protocol.POP3, LeaveOnServer.days(7));
		assertEquals(LeaveOnServer.days(7), pop.with(pop.auth().signedIn("s")).leaveOnServer());
		assertEquals(LeaveOnServer.days(7), pop.movedTo("pop.example.org", 110, TlsMode.STARTTLS).leaveOnServer());
		assertEquals(LeaveOnServer.ALWAYS, pop.with(LeaveOnServer.ALWAYS).leaveOnServer());
	}
}
