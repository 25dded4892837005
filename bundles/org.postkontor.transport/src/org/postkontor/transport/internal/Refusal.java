package org.postkontor.transport.internal;

import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.Credential;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;
import org.postkontor.transport.ServerText;
import org.postkontor.transport.internal.sasl.SaslError;

/**
 * A server did not take the credential. The kind is always the same; what servers write only chooses a better explanation
 * of the catalogue.
 */
public final class Refusal {
	private Refusal() {
	}

	/**
	 * @param serverError what came inside the SASL exchange; an issuer that it names counts only after verified TLS
	 * @param reply       the server's final answer
	 */
	public static Problem of(EndpointProblems problems, Credential credential, Optional<SaslError> serverError, String reply) {
		String clean = ServerText.clean(reply);
		Problem named = general(problems, credential).with("user", ServerText.clean(credential.user()));
		Problem detailed = serverError.isPresent() ? named.detail("reply", ServerText.clean(serverError.get().text())).detail("answer", clean)
				: named.detail("reply", clean);
		Problem problem = problems.explained(detailed, clean + serverError.map(error -> " " + error.text()).orElse(""));
		Optional<String> issuer = problems.isVerified() ? serverError.flatMap(SaslError::issuer) : Optional.empty();
		return issuer.isPresent() ? problem.with(IssuerSuggestion.VALUE, issuer.get()) : problem;
	}

	/** The server offers no mechanism for this kind of credential. Nothing was sent. */
	public static Problem noMechanism(EndpointProblems problems, Credential credential, Set<String> offered) {
		String id = credential instanceof Credential.BearerToken ? "transport.no-oauth" : "transport.no-password-auth";
		return problems.of(id, ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).detail("offered",
				ServerText.clean(String.join(" ", offered.stream().sorted().toList())));
	}

	private static Problem general(EndpointProblems problems, Credential credential) {
		return switch (credential) {
		case Credential.BearerToken token ->
			problems.of("transport.token-refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN);
		case Credential.Password password ->
			problems.of("transport.password-refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.ENTER_PASSWORD);
		};
	}
}
