package org.postkontor.cli.internal.command;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

/** For a check that ends before the sign-in. @param person may still be asked for the client secret */
record NobodySignsIn(SignInPrompt person) implements SignInPrompt {
	@Override
	public boolean prefersDeviceCode() {
		return false;
	}

	@Override
	public void openBrowser(BrowserRequest request) throws ProblemException {
		throw new ProblemException(SignInProblems.cancelled());
	}

	@Override
	public void showDeviceCode(DeviceCode code) throws ProblemException {
		throw new ProblemException(SignInProblems.cancelled());
	}

	@Override
	public Secret askPassword(PasswordRequest request) throws ProblemException {
		throw new ProblemException(SignInProblems.cancelled());
	}

	@Override
	public Secret askClientSecret(ClientSecretRequest request) throws ProblemException {
		return person.askClientSecret(request);
	}

	@Override
	public void done() {
		// nobody waits
	}
}
