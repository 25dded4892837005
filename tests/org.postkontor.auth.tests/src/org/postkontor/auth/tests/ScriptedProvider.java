package org.postkontor.auth.tests;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** A provider with rotating tokens {@code token-0}, {@code token-1} …; it ends a session whose old refresh token is used. */
final class ScriptedProvider implements AuthProvider {
	final AtomicInteger refreshes = new AtomicInteger();
	final AtomicInteger revoked = new AtomicInteger();
	final List<SignInRequest> signIns = new CopyOnWriteArrayList<>();
	final List<CredentialRequest> asked = new CopyOnWriteArrayList<>();
	/** Who signs in next, if not the one of {@link #names}. */
	final Deque<List<String>> nextNames = new ArrayDeque<>();
	volatile String subject = "subject";
	volatile Set<String> scopes = Set.of("mail");
	volatile Map<String, String> attributes = Map.of();
	volatile List<String> names = List.of("anna@example.test");
	volatile boolean expired;
	volatile Problem trouble;
	volatile CountDownLatch inRefresh = new CountDownLatch(0);
	volatile CountDownLatch mayRefresh = new CountDownLatch(0);
	private final Clock clock;
	private String current = "token-0";

	ScriptedProvider(Clock clock) {
		this.clock = clock;
	}

	@Override
	public synchronized Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		if (trouble != null) {
			throw new ProblemException(trouble);
		}
		signIns.add(request);
		current = "signed-in-" + clock.millis();
		List<String> user = nextNames.isEmpty() ? names : nextNames.poll();
		String id = "s-" + request.binding().provider() + ("subject".equals(subject) ? "" : "-" + subject);
		return new Session(id, request.binding().provider(), "https://login.example.test", "client", subject, user, scopes, Set.of(), clock.instant(),
				clock.instant(), secrets(current), attributes);
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) throws ProblemException {
		asked.add(request);
		boolean used = session.secrets().get("access").equals(Secret.of("token-0")) && expired;
		if (!request.refused() && !used) {
			return new Grant(bearer(session.secrets().get("access")), Optional.empty());
		}
		return refresh(session);
	}

	private Grant refresh(Session session) throws ProblemException {
		inRefresh.countDown();
		try {
			mayRefresh.await();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
		synchronized (this) {
			refreshes.incrementAndGet();
			if (trouble != null) {
				throw new ProblemException(trouble);
			}
			if (!session.secrets().get("refresh").equals(Secret.of("refresh-" + current))) {
				throw new AssertionError("a rotated refresh token was used again");
			}
			current = "token-" + refreshes.get();
			Session changed = session.refreshed(clock.instant(), secrets(current), session.attributes(), session.scopes());
			return new Grant(bearer(changed.secrets().get("access")), Optional.of(changed));
		}
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) throws ProblemException {
		revoked.incrementAndGet();
		if (trouble != null) {
			throw new ProblemException(trouble);
		}
	}

	private Credential bearer(Secret secret) {
		return new Credential.BearerToken("anna@example.test", secret, clock.instant());
	}

	private static Map<String, Secret> secrets(String token) {
		Map<String, Secret> secrets = new LinkedHashMap<>();
		secrets.put("access", Secret.of(token));
		secrets.put("refresh", Secret.of("refresh-" + token));
		return secrets;
	}
}
