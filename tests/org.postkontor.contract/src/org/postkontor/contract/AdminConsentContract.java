package org.postkontor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * What a provider must do that implements {@link AdminConsent}, in addition to {@link AuthProviderContract}. Each test gets a new
 * world in which nobody has consented yet.
 */
public abstract class AdminConsentContract {
	/** The provider under test: an {@link AdminConsent}, too. */
	protected abstract AuthProvider provider();

	/** A sign-in whose rights only an administrator can grant. */
	protected abstract SignInRequest request();

	/** The request's principal, at the provider's pages. */
	protected abstract SignInPrompt user();

	/** An administrator of the principal's organisation, who agrees. */
	protected abstract SignInPrompt administrator();

	/** An administrator who declines, at the provider (CONSENT_NEEDED), or by cancelling (CANCELLED). */
	protected abstract SignInPrompt declining();

	/** From now on the provider cannot be reached. */
	protected abstract void disconnect();

	@Test
	final void theLinkLeadsToTheProviderAndNamesTheRights() throws ProblemException {
		AdminConsent.Link link = consent().link(request());
		assertEquals("https", link.link().getScheme());
		assertFalse(link.scopes().isEmpty());
		assertFalse(link.organisation().isBlank());
	}

	@Test
	final void withoutConsentTheUserCannotSignIn() {
		ProblemException e = assertThrows(ProblemException.class, () -> provider().signIn(request(), user(), null));
		assertEquals(ProblemKind.CONSENT_NEEDED, e.problem().kind());
	}

	@Test
	final void theUserIsToldSilentlyOnceTheAdministratorHasAgreed() throws ProblemException {
		Session identity = consent().identify(request(), user(), null);
		AdminConsent.Granted before = consent().isGranted(identity, request(), null);
		assertFalse(before.granted());
		assertTrue(consent().grant(request(), administrator(), null));
		AdminConsent.Granted after = consent().isGranted(before.session(), request(), null);
		assertTrue(after.granted());
		for (Session session : Set.of(before.session(), after.session())) {
			assertEquals(identity.id(), session.id());
			assertEquals(identity.subject(), session.subject(), "never the administrator");
		}
		assertTrue(after.session().scopes().size() > identity.scopes().size(), "it may be used for mail now");
	}

	@Test
	final void theUserSignsInToTheSameSessionAfterTheAdministratorHasAgreed() throws ProblemException {
		Session identity = consent().identify(request(), user(), null);
		consent().grant(request(), administrator(), null);
		assertEquals(identity.id(), provider().signIn(request(), user(), null).id());
	}

	@Test
	final void anAdministratorWhoDeclinesChangesNothing() throws ProblemException {
		ProblemException e = assertThrows(ProblemException.class, () -> consent().grant(request(), declining(), null));
		assertTrue(Set.of(ProblemKind.CONSENT_NEEDED, ProblemKind.CANCELLED).contains(e.problem().kind()), e.problem().id());
		assertFalse(consent().isGranted(consent().identify(request(), user(), null), request(), null).granted());
	}

	@Test
	final void aProviderThatCannotBeReachedSaysNothing() throws ProblemException {
		Session identity = consent().identify(request(), user(), null);
		disconnect();
		ProblemException e = assertThrows(ProblemException.class, () -> consent().isGranted(identity, request(), null));
		assertTrue(e.problem().kind().isTransient(), e.problem().id());
	}

	@Test
	final void aCancelledMonitorEndsTheConsent() {
		IProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		ProblemException e = assertThrows(ProblemException.class, () -> consent().grant(request(), administrator(), monitor));
		assertEquals(ProblemKind.CANCELLED, e.problem().kind());
	}

	private AdminConsent consent() {
		return (AdminConsent) provider();
	}
}
