package org.postkontor.auth.tests;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** A provider whose organisation lets an administrator decide. */
final class ConsentingProvider implements AuthProvider, AdminConsent {
	static final Problem CONSENT_NEEDED = Problem.of("auth.consent-needed", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR);

	final AtomicInteger asked = new AtomicInteger();
	final AtomicInteger identified = new AtomicInteger();
	/** What the next questions end with. */
	final Deque<Problem> troubles = new ArrayDeque<>();
	volatile boolean granted;
	/** Whether an administrator is needed even for the user's identity. */
	volatile boolean strict;
	volatile String who = "anna@example.test";
	volatile Runnable whileAsked = () -> { };
	private final Clock clock;

	ConsentingProvider(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Link link(SignInRequest request) {
		return new Link(URI.create("https://login.example.test/adminconsent"), List.of("mail.receive"), request.address().domain());
	}

	@Override
	public boolean grant(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		prompt.openBrowser(new SignInPrompt.BrowserRequest(link(request).link(), "scripted", "", List.of()));
		granted = true;
		return true;
	}

	@Override
	public Session identify(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		if (strict) {
			throw new ProblemException(CONSENT_NEEDED);
		}
		identified.incrementAndGet();
		return session(Set.of("openid"), "identity");
	}

	@Override
	public Granted isGranted(Session session, SignInRequest request, IProgressMonitor monitor) throws ProblemException {
		int count = asked.incrementAndGet();
		whileAsked.run();
		if (!troubles.isEmpty()) {
			throw new ProblemException(troubles.poll());
		}
		Set<String> rights = new HashSet<>(session.scopes());
		if (granted) {
			rights.add("mail.receive");
		}
		return new Granted(granted, new Session(session.id(), session.provider(), session.issuer(), session.clientId(), who, session.names(), rights,
				session.hosts(), session.issued(), clock.instant(), Map.of("refresh", Secret.of("rotated-" + count)), session.attributes()));
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		if (!granted) {
			throw new ProblemException(CONSENT_NEEDED);
		}
		return session(Set.of("mail.receive"), "signed-in");
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) throws ProblemException {
		if (!session.scopes().contains("mail.receive")) {
			throw new ProblemException(CONSENT_NEEDED);
		}
		return new Grant(new Credential.BearerToken(request.binding().mailbox(), Secret.of("access"), clock.instant()), Optional.empty());
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		// nothing to revoke
	}

	private Session session(Set<String> rights, String refresh) {
		return new Session("s-" + who.charAt(0), "scripted", "https://login.example.test", "client", who, List.of(who), rights, Set.of(), clock.instant(),
				clock.instant(), Map.of("refresh", Secret.of(refresh)), Map.of());
	}
}
