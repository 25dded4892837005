package org.postkontor.auth.microsoft.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** Runs the steps of a registration check one after the other; ends with the first that fails. */
final class RegistrationSteps {
	private final Registration registration;
	private final Services services;
	private final @Nullable IProgressMonitor monitor;
	private final String principal;
	private final RegistrationFindings findings = new RegistrationFindings();
	private Optional<Session> signedIn = Optional.empty();

	RegistrationSteps(Registration registration, Services services, String principal, @Nullable IProgressMonitor monitor) {
		this.registration = registration;
		this.services = services;
		this.principal = principal;
		this.monitor = monitor;
	}

	List<Finding> run(SignInRequest request, SignInPrompt prompt) {
		List<Rights> rights = Rights.of(registration.cloud(), request.binding(), request.resources(), request.directions());
		Rights first = rights.isEmpty() ? Rights.IDENTITY : rights.getFirst();
		RegistrationProbe probe = new RegistrationProbe(registration, services.http(), monitor);
		if (findings.add(Step.ENDPOINTS, () -> passed(probe.endpoints()))
				&& findings.add(Step.CLIENT_KNOWN, () -> page(probe.page(), true)) && findings.add(Step.CLIENT_KIND, () -> passed(probe.kind(first)))
				&& findings.add(Step.REDIRECT, () -> page(probe.page(), false))) {
			findings.signIn(!prompt.prefersDeviceCode(), () -> signIn(request, rights, prompt), () -> refresh(first));
		}
		return findings.list();
	}

	private Result signIn(SignInRequest request, List<Rights> rights, SignInPrompt prompt) throws ProblemException {
		signedIn = Optional.of(new SignIn(registration, services, monitor).run(request, rights, prompt));
		return Result.PASSED;
	}

	private Result refresh(Rights first) throws ProblemException {
		try {
			new TokenSource(services, monitor).silent(signedIn.orElseThrow(), first, true, Optional.empty(), principal);
			return Result.PASSED;
		} catch (RefusedException e) {
			return passed(Optional.of(e.error()));
		}
	}

	/** A page that neither goes back nor names a mistake proves nothing. */
	private Result page(RegistrationProbe.Page page, boolean aboutClient) throws ProblemException {
		if (!page.comesBack() && page.mistake().isEmpty()) {
			return Result.UNKNOWN;
		}
		return passed(page.mistake().filter(error -> RegistrationProbe.isAboutClient(error) || !aboutClient));
	}

	private Result passed(Optional<OAuthError> mistake) throws ProblemException {
		if (mistake.isPresent()) {
			throw new ProblemException(services.errors().problem(mistake.get(), registration.cloud(), principal));
		}
		return Result.PASSED;
	}
}
