package org.postkontor.auth.microsoft.tests;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

/** Does not want to sign in. */
record LeavingPerson() implements SignInPrompt {
	@Override
	public void openBrowser(BrowserRequest request) throws ProblemException {
		throw new ProblemException(SignInProblems.cancelled());
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError();
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError();
	}

	@Override
	public void done() {
		throw new AssertionError();
	}
}
