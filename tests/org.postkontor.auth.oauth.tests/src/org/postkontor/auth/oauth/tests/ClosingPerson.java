package org.postkontor.auth.oauth.tests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Looks at where the browser would go, and ends the sign-in. */
final class ClosingPerson implements SignInPrompt {
	final List<BrowserRequest> asked = new CopyOnWriteArrayList<>();

	@Override
	public void openBrowser(BrowserRequest request) throws ProblemException {
		asked.add(request);
		throw new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError("no device code expected");
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError("no password expected");
	}

	@Override
	public void done() {
		throw new AssertionError("never done");
	}
}
