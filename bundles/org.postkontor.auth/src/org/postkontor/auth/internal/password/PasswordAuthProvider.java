package org.postkontor.auth.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/**
 * Password or app password: asked for once, stored like a token. A session is shared by the servers that were shown
 * together; servers of another company (other host) get their own.
 */
final class PasswordAuthProvider implements AuthProvider {
	private static final String PASSWORD = "password";

	private final Clock clock;

	PasswordAuthProvider(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		Cancellation.check(monitor);
		String principal = request.binding().principal();
		String host = request.resources().isEmpty() ? request.address().asciiDomain() : request.resources().getFirst().host();
		boolean retry = request.binding().session().isPresent();
		Secret password = prompt.askPassword(new SignInPrompt.PasswordRequest(request.binding().provider(), principal, host, retry));
		if (password.isEmpty()) {
			throw new ProblemException(AuthProblems.cancelled());
		}
		prompt.done();
		String issuer = "password:" + host;
		Instant now = clock.instant();
		Set<String> hosts = request.resources().stream().map(Resource::host).collect(Collectors.toUnmodifiableSet());
		return new Session(id(issuer, principal), request.binding().provider(), issuer, "", principal, List.of(), Set.of(), hosts, now, now,
				Map.of(PASSWORD, password), Map.of());
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Secret> password = session.secret(PASSWORD);
		if (password.isEmpty()) {
			throw new ProblemException(AuthProblems.notSignedIn(session.subject()));
		}
		if (request.refused()) { // trying the same password again can lock the mailbox
			throw new ProblemException(AuthProblems.passwordRefused(session.subject(), request.resource().host()));
		}
		return new Grant(new Credential.Password(session.subject(), password.get()), Optional.empty());
	}

	@Override
	public void revoke(Session session, @Nullable IProgressMonitor monitor) {
		// a password cannot be revoked from here
	}

	private static String id(String issuer, String principal) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest((issuer + '\n' + principal.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, 32);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
