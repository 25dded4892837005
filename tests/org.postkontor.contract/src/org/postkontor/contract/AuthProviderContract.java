package org.postkontor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Direction;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * What every {@link AuthProvider} must do. Extend it in the tests of a provider; each test gets a new world from the
 * methods below.
 */
public abstract class AuthProviderContract {
	/** The provider under test. */
	protected abstract AuthProvider provider();

	/** A sign-in that can succeed, for one user and at least one resource. */
	protected abstract SignInRequest request();

	/** A person who signs in as the request's principal. */
	protected abstract SignInPrompt willing();

	/** A person who does not want: refuses at the provider (CONSENT_NEEDED), or throws CANCELLED from the prompt. */
	protected abstract SignInPrompt unwilling();

	/**
	 * From now on the provider cannot be reached.
	 *
	 * @return false if the provider needs no network for a credential
	 */
	protected abstract boolean disconnect();

	@Test
	final void signInGivesACompleteSession() throws ProblemException {
		Session session = signIn();
		assertTrue(session.id().matches("[a-z0-9-]{1,64}"), session.id());
		assertEquals(request().binding().provider(), session.provider());
		assertFalse(session.issuer().isBlank());
		assertFalse(session.subject().isBlank());
		assertFalse(session.secrets().isEmpty());
		assertFalse(session.refreshed().isBefore(session.issued()));
	}

	@Test
	final void theSameUserGetsTheSameSessionId() throws ProblemException {
		assertEquals(signIn().id(), signIn().id());
	}

	@Test
	final void aCredentialNeedsNoPerson() throws ProblemException {
		Credential credential = credential(signIn(), false).credential();
		assertEquals(request().binding().mailbox(), credential.user());
		assertFalse(text(credential).isEmpty());
	}

	@Test
	final void aCredentialThatIsStillGoodIsGivenAgain() throws ProblemException {
		Session session = signIn();
		AuthProvider.Grant first = credential(session, false);
		Session stored = first.changed().orElse(session);
		assertEquals(text(first.credential()), text(credential(stored, false).credential()));
	}

	@Test
	final void aRefusedCredentialIsNeverGivenAgain() throws ProblemException {
		Session session = signIn();
		AuthProvider.Grant first = credential(session, false);
		try {
			AuthProvider.Grant second = credential(first.changed().orElse(session), true);
			assertNotEquals(text(first.credential()), text(second.credential()));
			assertTrue(second.changed().isPresent(), "what was refreshed has to be stored");
		} catch (ProblemException e) {
			assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		}
	}

	@Test
	final void aChangedSessionKeepsItsIdentity() throws ProblemException {
		Session session = signIn();
		try {
			credential(session, true).changed().ifPresent(changed -> {
				assertEquals(session.id(), changed.id());
				assertEquals(session.subject(), changed.subject());
				assertEquals(session.hosts(), changed.hosts());
			});
		} catch (ProblemException e) {
			assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		}
	}

	@Test
	final void aSessionWithoutSecretsNeedsASignIn() throws ProblemException {
		Session session = signIn();
		Session empty = session.refreshed(Instant.EPOCH, Map.of(), session.attributes(), Set.of());
		ProblemException e = assertThrows(ProblemException.class, () -> credential(empty, false));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
	}

	@Test
	final void aLaterSignInForLessKeepsTheRightsGrantedBefore() throws ProblemException {
		Session first = signIn();
		SignInRequest request = request();
		Set<Direction> less = Set.of(request.directions().stream().sorted().reduce((one, last) -> last).orElseThrow());
		Session later = provider().signIn(new SignInRequest(request.binding(), request.address(), request.resources(), less, UserChoice.SUGGESTED,
				Optional.of(first), Optional.empty()), willing(), null);
		assertEquals(first.id(), later.id());
		assertTrue(later.scopes().containsAll(first.scopes()), later.scopes() + " after " + first.scopes());
	}

	@Test
	final void aPersonWhoRefusesIsNoFaultOfTheProvider() {
		ProblemException e = assertThrows(ProblemException.class, () -> provider().signIn(request(), unwilling(), null));
		assertTrue(Set.of(ProblemKind.CANCELLED, ProblemKind.CONSENT_NEEDED).contains(e.problem().kind()), e.problem().id());
	}

	@Test
	final void aCancelledMonitorEndsTheSignIn() {
		IProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		ProblemException e = assertThrows(ProblemException.class, () -> provider().signIn(request(), willing(), monitor));
		assertEquals(ProblemKind.CANCELLED, e.problem().kind());
	}

	@Test
	final void aProviderThatCannotBeReachedBlamesNoSession() throws ProblemException {
		Session session = signIn();
		if (disconnect()) {
			ProblemException e = assertThrows(ProblemException.class, () -> credential(session, true));
			assertTrue(e.problem().kind().isTransient(), e.problem().id());
		}
	}

	@Test
	final void revokingIsAllowedAtAnyTime() throws ProblemException {
		Session session = signIn();
		provider().revoke(session, null);
		provider().revoke(session, null);
	}

	@Test
	final void nothingShowsASecret() throws ProblemException {
		Session session = signIn();
		AuthProvider.Grant grant = credential(session, false);
		List<Secret> secrets = new ArrayList<>(session.secrets().values());
		String shown = session + " " + grant + " " + grant.credential() + " " + session.attributes() + " " + request();
		for (Secret secret : secrets) {
			assertFalse(secret.use(shown::contains), "a secret is visible");
		}
	}

	private Session signIn() throws ProblemException {
		return provider().signIn(request(), willing(), null);
	}

	private AuthProvider.Grant credential(Session session, boolean refused) throws ProblemException {
		SignInRequest request = request();
		return provider().credential(session, new CredentialRequest(request.binding(), request.resources().getFirst(), refused), null);
	}

	private static String text(Credential credential) {
		return switch (credential) {
		case Credential.BearerToken token -> token.token().use(text -> text);
		case Credential.Password password -> password.password().use(text -> text);
		};
	}
}
