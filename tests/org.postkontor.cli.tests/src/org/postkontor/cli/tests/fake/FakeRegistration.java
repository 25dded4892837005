package org.postkontor.cli.tests.fake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Knows an application, and signs people in for its check only. */
public final class FakeRegistration implements AuthProvider, RegistrationCheck {
	public static final URI PAGE = URI.create("https://login.example.test/authorize");

	public final List<SignInRequest> checked = new ArrayList<>();
	public boolean misregistered;

	@Override
	public List<Finding> check(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		checked.add(request);
		RegistrationFindings findings = new RegistrationFindings();
		findings.add(Step.ENDPOINTS, () -> Result.PASSED);
		findings.add(Step.CLIENT_KNOWN, () -> Result.PASSED);
		if (findings.add(Step.CLIENT_KIND, this::kind) && findings.add(Step.REDIRECT, () -> Result.UNKNOWN)) {
			findings.signIn(true, () -> {
				prompt.openBrowser(new SignInPrompt.BrowserRequest(PAGE, "oauth", request.binding().principal(), List.of()));
				prompt.done();
				return Result.PASSED;
			}, () -> Result.PASSED);
		}
		return findings.list();
	}

	private Result kind() throws ProblemException {
		if (misregistered) {
			throw Problems.exception(ProblemKind.CONFIGURATION);
		}
		return Result.PASSED;
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new AssertionError("the broker signs in");
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) {
		throw new AssertionError("the broker gives out credentials");
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		throw new AssertionError("the broker revokes");
	}

	/** A provider of a third party without a check. */
	static final class Uncheckable implements AuthProvider {
		@Override
		public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
			throw new AssertionError("the broker signs in");
		}

		@Override
		public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) {
			throw new AssertionError("the broker gives out credentials");
		}

		@Override
		public void revoke(Session session, IProgressMonitor monitor) {
			throw new AssertionError("the broker revokes");
		}
	}
}
