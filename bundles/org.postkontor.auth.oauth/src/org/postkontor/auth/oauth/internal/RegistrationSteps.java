package org.postkontor.auth.oauth.internal;

import java.util.Optional;

import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/**
 * The steps of a registration check at a provider whose metadata and authorization endpoint answered; ends with the first
 * mistake. The client secret is asked for once, and only if the endpoint has nothing against the application.
 */
final class RegistrationSteps {
	private final OidcSignIn signIn;
	private final RegistrationProbe probe;
	private final SignInRequest request;
	private final SignInPrompt prompt;
	private final RegistrationProblems problems;
	private final RegistrationFindings findings;
	private RegistrationEvidence evidence;
	private Optional<ClientSecrets> secrets = Optional.empty();
	private Optional<Session> session = Optional.empty();

	RegistrationSteps(OidcSignIn signIn, SignInRequest request, SignInPrompt prompt, RegistrationFindings findings) throws ProblemException {
		this.signIn = signIn;
		this.request = request;
		this.prompt = prompt;
		this.findings = findings;
		this.probe = new RegistrationProbe(signIn);
		this.problems = new RegistrationProblems(signIn.client(), signIn.metadata(), signIn.services().errors(), signIn.description().redirectUri(),
				request.binding().principal());
		this.evidence = new RegistrationEvidence(problems, probe.page(), false, Optional.empty());
	}

	/** Steps that are asked about twice have more evidence the second time. */
	void run() {
		findings.add(Step.ENDPOINTS, () -> Result.PASSED);
		if (findings.add(Step.CLIENT_KNOWN, () -> evidence.clientKnown()) && findings.add(Step.CLIENT_KIND, this::askSecret)
				&& findings.add(Step.ENDPOINTS, this::askTokenEndpoint) && findings.add(Step.CLIENT_KNOWN, () -> evidence.clientKnown())
				&& findings.add(Step.CLIENT_KIND, () -> evidence.clientKind()) && findings.add(Step.REDIRECT, () -> evidence.redirect())
				&& findings.add(Step.RIGHTS, () -> evidence.rights())) {
			findings.signIn(!prompt.prefersDeviceCode(), this::signIn, this::refresh);
		}
	}

	private Result askSecret() throws ProblemException {
		secrets = Optional.of(signIn.secrets(request, prompt));
		return Result.UNKNOWN;
	}

	private Result askTokenEndpoint() throws ProblemException {
		ClientCredentials credentials = secrets.orElseThrow().credentials();
		Optional<OAuthError> error = probe.token(credentials);
		if (error.isPresent()) {
			problems.requireAvailable(error.get());
			evidence = evidence.with(error.get(), credentials.secret().isPresent());
		}
		return Result.PASSED;
	}

	private Result signIn() throws ProblemException {
		try {
			signIn.requireDeviceCode(prompt);
			session = Optional.of(signIn.run(request, secrets.orElseThrow(), prompt));
			return Result.PASSED;
		} catch (ProblemException e) {
			Problem problem = e.problem();
			boolean rights = "invalid_scope".equals(problem.details().get("error")) || problem.id().equals("auth.rights-missing");
			throw rights ? new ProblemException(problems.scopes(problem), e) : e;
		}
	}

	private Result refresh() throws ProblemException {
		Session made = session.orElseThrow();
		if (made.secret(SessionMaker.REFRESH).isEmpty()) {
			throw problems.noRefreshToken();
		}
		new TokenRefresh(signIn.services(), signIn.description()).credential(made,
				new CredentialRequest(request.binding(), request.resources().getFirst(), true), signIn.monitor());
		return Result.PASSED;
	}
}
