package org.postkontor.auth.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;

/** What another bundle contributes by its class. */
public final class ThirdPartyProvider implements AuthProvider {
	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}
}
