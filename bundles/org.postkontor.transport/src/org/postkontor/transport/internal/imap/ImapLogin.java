package org.postkontor.transport.internal.imap;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Credential.Password;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.Refusal;
import org.postkontor.transport.internal.Throttling;
import org.postkontor.transport.internal.sasl.MechanismChoice;
import org.postkontor.transport.internal.sasl.SaslError;
import org.postkontor.transport.internal.sasl.SaslMechanism;

/**
 * Signing in with exactly one mechanism and one try. A token goes by SASL or not at all; LOGIN is for passwords, where it
 * is the protocol's own way (RFC 3501, 6.2.3).
 */
final class ImapLogin {
	private static final Set<String> KNOWN = Set.of("OAUTHBEARER", "XOAUTH2", "PLAIN");

	private final GuardedImapProtocol protocol;
	private final EndpointProblems problems;

	ImapLogin(GuardedImapProtocol protocol, EndpointProblems problems) {
		this.protocol = protocol;
		this.problems = problems;
	}

	void run(MechanismChoice choice, Credential credential) throws ProblemException, IOException, ProtocolException {
		Set<String> offered = KNOWN.stream().filter(name -> protocol.hasCapability("AUTH=" + name)).collect(Collectors.toSet());
		Optional<SaslMechanism> mechanism = choice.from(offered);
		if (mechanism.isPresent()) {
			Response last = protocol.authenticate(mechanism.get());
			if (!last.isOK()) {
				throw new ProblemException(problem(last, credential, mechanism.get().serverError()));
			}
		} else if (credential instanceof Password password && !protocol.hasCapability("LOGINDISABLED")) {
			login(password);
		} else {
			throw new ProblemException(offered.isEmpty() && credential instanceof Password ? problems.noSignIn()
					: Refusal.noMechanism(problems, credential, offered));
		}
	}

	private void login(Password password) throws ProblemException, ProtocolException {
		try {
			CommandFailedException refused = password.password().use(secret -> {
				try {
					protocol.login(password.user(), secret);
					return null;
				} catch (CommandFailedException e) {
					return e;
				} catch (ProtocolException e) {
					throw new Wrapped(e);
				}
			});
			if (refused != null) {
				throw new ProblemException(problem(refused.getResponse(), password, Optional.empty()));
			}
		} catch (Wrapped e) {
			throw e.protocol;
		}
	}

	/** RFC 5530: some refusals say nothing about the credential. */
	private Problem problem(Response last, Credential credential, Optional<SaslError> serverError) {
		last.reset();
		String rest = String.valueOf(last.getRest());
		if (last.isSynthetic()) {
			return problems.lost();
		}
		if (last.isBYE() || Throttling.isIn(rest) || Stream.of("[UNAVAILABLE]", "[INUSE]", "[SERVERBUG]", "[LIMIT]").anyMatch(rest::contains)) {
			return problems.later(rest);
		}
		return last.isNO() ? Refusal.of(problems, credential, serverError, rest) : problems.odd(rest);
	}

	/** Carries a checked exception out of the place where the secret is open. */
	private static final class Wrapped extends RuntimeException {
		private static final long serialVersionUID = 1L;
		private final transient ProtocolException protocol;

		Wrapped(ProtocolException protocol) {
			this.protocol = protocol;
		}
	}
}
