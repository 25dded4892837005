package org.postkontor.auth.microsoft.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Runs the steps of a registration check one after the other; ends with the first that fails. */
final class RegistrationSteps {
	private final Registration registration;
	private final Services services;
	private final @Nullable IProgressMonitor monitor;
	private final String principal;
	private final List<Finding> findings = new ArrayList<>();

	RegistrationSteps(Registration registration, Services services, String principal, @Nullable IProgressMonitor monitor) {
		this.registration = registration;
		this.services = services;
		this.principal = principal;
		this.monitor = monitor;
	}

	List<Finding> run(SignInRequest request, SignInPrompt prompt) {
		List<Rights> rights = Rights.of(registration.cloud(), request.resources(), request.directions());
		Rights first = rights.isEmpty() ? Rights.IDENTITY : rights.getFirst();
		RegistrationProbe probe = new RegistrationProbe(registration, services.http(), monitor);
		if (found(Step.ENDPOINTS, probe::endpoints) && found(Step.CLIENT_KNOWN, () -> probe.page().filter(RegistrationProbe::isAboutClient))
				&& found(Step.CLIENT_KIND, () -> probe.kind(first)) && found(Step.REDIRECT, probe::page)) {
			signIn(request, rights, first, prompt);
		}
		return List.copyOf(findings);
	}

	private void signIn(SignInRequest request, List<Rights> rights, Rights first, SignInPrompt prompt) {
		try {
			Session session = new SignIn(registration, services, monitor).run(request, rights, prompt);
			findings.add(new Finding(Step.RIGHTS, Optional.empty()));
			found(Step.REFRESH, () -> {
				try {
					new TokenSource(services, monitor).silent(session, first, true, Optional.empty(), principal);
					return Optional.empty();
				} catch (RefusedException e) {
					return Optional.of(e.error());
				}
			});
		} catch (ProblemException e) {
			findings.add(new Finding(kind(e.problem()), Optional.of(e.problem())));
		}
	}

	/** The platform of the redirect address shows only when a code is redeemed. */
	private Step kind(Problem problem) {
		boolean platform = problem.id().equals("auth.client-refused") || "invalid_client".equals(problem.details().get("error"))
				|| "invalid_request".equals(problem.details().get("error")) || "unauthorized_client".equals(problem.details().get("error"));
		if (platform) {
			findings.removeIf(finding -> finding.step() != Step.ENDPOINTS && finding.step() != Step.CLIENT_KNOWN);
			return Step.CLIENT_KIND;
		}
		return Step.RIGHTS;
	}

	private boolean found(Step step, Probe probe) {
		Optional<Problem> problem;
		try {
			problem = probe.run().map(error -> services.errors().problem(error, registration.cloud(), principal));
		} catch (ProblemException e) {
			problem = Optional.of(e.problem());
		}
		findings.add(new Finding(step, problem));
		return problem.isEmpty();
	}

	/** One question; empty if all is well. */
	private interface Probe {
		Optional<OAuthError> run() throws ProblemException;
	}
}
