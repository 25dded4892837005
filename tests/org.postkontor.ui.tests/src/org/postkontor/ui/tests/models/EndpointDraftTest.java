package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Endpoint;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.ui.internal.account.EndpointDraft;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** Servers as they are typed. */
class EndpointDraftTest {
	private final Endpoint imap = new FakeServices().broker.signedIn(Samples.account("anna.berg@kanzlei.test")).endpoints().get(0);

	@Test
	void keepsTheSignInWhileTheHostStays() {
		assertEquals(imap.auth().session(), EndpointDraft.of(imap).toEndpoint(Optional.of(imap)).auth().session());
	}

	@Test
	void givesTheSignInUpWhenTheHostChanges() {
		EndpointDraft moved = new EndpointDraft(Protocol.IMAP, "imap.anderswo.test", "993", TlsMode.IMPLICIT, "anna.berg@kanzlei.test", "oauth");
		assertEquals(Optional.empty(), moved.toEndpoint(Optional.of(imap)).auth().session());
	}

	@Test
	void givesTheSignInUpWhenTheUserChanges() {
		EndpointDraft other = new EndpointDraft(Protocol.IMAP, imap.host(), "993", TlsMode.IMPLICIT, "paul@kanzlei.test", "oauth");
		assertEquals(Optional.empty(), other.toEndpoint(Optional.of(imap)).auth().session());
	}

	@Test
	void keepsHowLongMailsStayOnAPop3Server() {
		Endpoint pop = Samples.endpoints(Samples.address("anna.berg@kanzlei.test"), "password", Protocol.POP3).get(0).with(LeaveOnServer.days(7));
		assertEquals(pop, EndpointDraft.of(pop).toEndpoint(Optional.of(pop)));
	}

	@Test
	void leavesMailsOnTheServerWhenPop3IsGivenUp() {
		EndpointDraft draft = new EndpointDraft(Protocol.IMAP, imap.host(), "993", TlsMode.IMPLICIT, "anna", "password", LeaveOnServer.days(7));
		assertEquals(LeaveOnServer.ALWAYS, draft.toEndpoint(Optional.of(imap)).leaveOnServer());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "65536", "99999", "imap", "-1", "9 9" })
	void refusesAnImpossiblePort(String port) {
		assertTrue(new EndpointDraft(Protocol.SMTP, "smtp.kanzlei.test", port, TlsMode.IMPLICIT, "anna", "password").mistake().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "smtp kanzlei", "https://smtp.kanzlei.test", "smtp.kanzlei.test:465", "-smtp" })
	void refusesWhatIsNoHost(String host) {
		assertTrue(new EndpointDraft(Protocol.SMTP, host, "465", TlsMode.IMPLICIT, "anna", "password").mistake().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "smtp.kanzlei.test", "127.0.0.1", "[::1]", "smtp.büro.test", "mail" })
	void acceptsNamesAndAddressLiterals(String host) {
		assertEquals(Optional.empty(), new EndpointDraft(Protocol.SMTP, host, "465", TlsMode.IMPLICIT, "anna", "password").mistake());
	}
}
