package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.Session;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.problem.ProblemException;

/** What a provider must be able to do, however it was found. */
public final class ServiceSignIn {
	private ServiceSignIn() {
	}

	/** With real waiting and the real clock of the registered services, so only what needs no clock. */
	public static void assertSignsInAndSends(AuthProvider provider, MicrosoftWorld world) throws ProblemException {
		world.clock.set(java.time.Instant.now());
		Session session = provider.signIn(MicrosoftWorld.sending(MicrosoftWorld.ANNA), world.person(MicrosoftWorld.ANNA), null);
		assertEquals(List.of(MicrosoftWorld.ANNA), session.names());
		AuthProvider.Grant refreshed = provider.credential(session, MicrosoftWorld.wanted(MicrosoftWorld.SMTP, true), null);
		assertEquals(Optional.of(MicrosoftWorld.ANNA), world.idp.activeUser(MicrosoftWorld.token(refreshed)));
	}
}
