package org.postkontor.check.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.ServerAnswer;

/** The stored sign-in, and signing in with it as everybody else does: a refused credential is refreshed once. */
final class CredentialSteps {
	private final SignInBroker broker;

	CredentialSteps(SignInBroker broker) {
		this.broker = broker;
	}

	/** Connects with a credential. */
	interface SignIn<C> {
		C connect(Credential credential) throws ProblemException;
	}

	Found<Credential> credential(Endpoint endpoint, @Nullable IProgressMonitor monitor) throws ProblemException {
		Credential credential = broker.credential(endpoint.auth(), Resource.of(endpoint), Interaction.FORBIDDEN, monitor);
		Optional<Session> session = broker.session(endpoint.auth());
		String rights = session.map(s -> String.join(" ", s.scopes())).orElse("");
		return Found.of(credential, switch (credential) {
		case Credential.BearerToken token -> token.user() + "; → " + token.expires() + (rights.isEmpty() ? "" : "; " + rights);
		case Credential.Password password -> password.user();
		});
	}

	/** Never tries the same credential twice: a server may lock the account. */
	<C> C signIn(Endpoint endpoint, Credential first, SignIn<C> signIn, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			return signIn.connect(first);
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.CREDENTIAL_REFUSED) {
				throw e;
			}
			ServerAnswer.claims(e.problem()).ifPresentOrElse(claims -> broker.challenged(endpoint.auth(), Resource.of(endpoint), claims),
					() -> broker.refused(endpoint.auth(), Resource.of(endpoint), ServerAnswer.of(e.problem())));
			if (first instanceof Credential.Password) {
				throw e;
			}
			try {
				return again(endpoint, first, e, signIn, monitor);
			} catch (ProblemException last) {
				throw new IssuerOffer(broker).orElse(endpoint, e.problem(), last);
			}
		}
	}

	private <C> C again(Endpoint endpoint, Credential first, ProblemException refusal, SignIn<C> signIn, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		Credential second = broker.credential(endpoint.auth(), Resource.of(endpoint), Interaction.FORBIDDEN, monitor);
		if (second.equals(first)) {
			throw refusal;
		}
		return signIn.connect(second);
	}
}
