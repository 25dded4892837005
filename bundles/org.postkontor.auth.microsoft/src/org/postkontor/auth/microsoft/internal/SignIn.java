package org.postkontor.auth.microsoft.internal;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** One sign-in by a person: browser or device code, then a token for each resource, all from the one refresh token. */
final class SignIn {
	private final Registration registration;
	private final Services services;
	private final @Nullable IProgressMonitor monitor;

	SignIn(Registration registration, Services services, @Nullable IProgressMonitor monitor) {
		this.registration = registration;
		this.services = services;
		this.monitor = monitor;
	}

	/** @param rights by resource; empty for the identity alone */
	Session run(SignInRequest request, List<Rights> rights, SignInPrompt prompt) throws ProblemException {
		if (monitor != null && monitor.isCanceled()) {
			throw new ProblemException(SignInProblems.cancelled());
		}
		List<Rights> wanted = rights.isEmpty() ? List.of(Rights.IDENTITY) : rights;
		try {
			Session session = first(request, wanted, prompt);
			for (Rights more : wanted.subList(1, wanted.size())) {
				TokenSource.Silent silent = new TokenSource(services, monitor).silent(session, more, false, java.util.Optional.empty(),
						request.binding().principal());
				session = silent.session();
				requireRights(more, silent.answer().scopes(), request);
			}
			return session;
		} catch (RefusedException e) {
			throw services.errors().thrown(e.error(), registration.cloud(), request.binding().principal());
		}
	}

	private Session first(SignInRequest request, List<Rights> wanted, SignInPrompt prompt) throws ProblemException, RefusedException {
		Rights rights = wanted.getFirst();
		TokenChannel channel = new TokenChannel(services.http(), registration.cloud(), request.claims(), monitor);
		DevicePolling polling = new DevicePolling(channel, services, monitor);
		boolean device = prompt.prefersDeviceCode();
		try (MsalApp app = new MsalApp(registration.cloud(), registration.authority(), registration.clientId(), rights.https(), device ? polling : channel)) {
			SignedIn signedIn = device ? new DeviceSignIn(app, polling, services.clock()).run(rights, prompt)
					: new BrowserSignIn(app, wanted).run(request, prompt, monitor);
			TokenAnswer answer = channel.last().orElseThrow();
			IdTokenCheck.Identity identity = new IdTokenCheck(registration, services.clock()).check(signedIn);
			if (!rights.equals(Rights.IDENTITY)) {
				requireRights(rights, answer.scopes(), request);
			}
			SessionMaker maker = new SessionMaker(services.clock());
			return maker.with(maker.made(request, registration, identity), rights, answer, app.cache());
		}
	}

	private static void requireRights(Rights rights, java.util.Set<String> granted, SignInRequest request) throws ProblemException {
		List<String> missing = rights.missing(granted);
		if (!missing.isEmpty()) {
			throw new ProblemException(SignInProblems.rightsMissing(request.binding().principal(), String.join(" ", missing)));
		}
	}
}
