package org.postkontor.auth.microsoft.internal;

import java.time.Clock;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Branding;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpService;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;

/** Microsoft Entra and personal Microsoft accounts. Keeps nothing between two calls. */
@Component(service = AuthProvider.class, property = "org.postkontor.auth.provider=microsoft")
public final class MicrosoftAuthProvider implements AuthProvider, AdminConsent, RegistrationCheck {
	/** As declared in plugin.xml. */
	private static final List<String> PERSONAL_DOMAINS = List.of("outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "hotmail.co.uk", "hotmail.fr",
			"hotmail.it", "live.com", "live.de", "msn.com");

	private final Services services;
	private final Branding branding;

	@Activate
	public MicrosoftAuthProvider(@Reference HttpService http, @Reference Clock clock, @Reference DeadlineTimer timer, @Reference Branding branding,
			@Reference Explanations explanations) {
		this.services = new Services(http, clock, timer, new MicrosoftErrors(explanations));
		this.branding = branding;
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		Registration registration = registration(request);
		return new SignIn(registration, services, monitor).run(request, rights(registration, request), prompt);
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		return new TokenSource(services, monitor).credential(session, request);
	}

	/** Microsoft offers no revocation of one sign-in (RFC 7009): its refresh token ends by itself when it is not used. */
	@Override
	public void revoke(Session session, @Nullable IProgressMonitor monitor) {
		// nothing to call
	}

	@Override
	public Link link(SignInRequest request) throws ProblemException {
		return consentPage(request).link();
	}

	@Override
	public boolean grant(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		return consentPage(request).open(prompt, services.errors(), monitor);
	}

	@Override
	public Session identify(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		return new SignIn(registration(request), services, monitor).run(request, List.of(), prompt);
	}

	@Override
	public Granted isGranted(Session session, SignInRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		Cloud cloud = SessionMaker.cloud(session);
		String principal = request.binding().principal();
		try {
			return ConsentPage.asked(session, Rights.of(cloud, request.binding(), request.resources(), request.directions()), new TokenSource(services, monitor), principal);
		} catch (RefusedException e) {
			throw services.errors().thrown(e.error(), cloud, principal);
		}
	}

	@Override
	public List<Finding> check(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) {
		try {
			Registration registration = registration(request);
			return new RegistrationSteps(registration, services, request.binding().principal(), monitor).run(request, prompt);
		} catch (ProblemException e) {
			RegistrationFindings findings = new RegistrationFindings();
			findings.failed(Step.ENDPOINTS, e.problem());
			return findings.list();
		}
	}

	private ConsentPage consentPage(SignInRequest request) throws ProblemException {
		return new ConsentPage(registration(request), request, PERSONAL_DOMAINS);
	}

	private Registration registration(SignInRequest request) throws ProblemException {
		return Registration.of(request.binding(), request.resources(), branding);
	}

	private static List<Rights> rights(Registration registration, SignInRequest request) {
		return Rights.of(registration.cloud(), request.binding(), request.resources(), request.directions());
	}
}
