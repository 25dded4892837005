package org.postkontor.transport.internal;

import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.Credential;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * A server did not take the credential. The kind is always the same; what servers write only chooses a better text (the
 * known texts: Microsoft's and Google's documentation of their SMTP, IMAP and POP answers).
 */
public final class Refusal {
	/** Texts of servers, and which of our texts explains them. */
	private enum Known {
		SMTP_AUTH_DISABLED("smtpclientauthentication is disabled", "transport.smtp-auth-disabled", Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
		BASIC_AUTH_RETIRED("basic authentication is disabled", "transport.basic-auth-retired", Fixer.USER, Remedy.EDIT_ACCOUNT),
		BASIC_AUTH_REFUSED("550 5.7.30", "transport.basic-auth-retired", Fixer.USER, Remedy.EDIT_ACCOUNT),
		POLICY("did not meet the criteria", "transport.sign-in-policy", Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
		APP_PASSWORD("application-specific password", "transport.app-password-needed", Fixer.USER, Remedy.ENTER_PASSWORD),
		APP_PASSWORD_CODE("5.7.9", "transport.app-password-needed", Fixer.USER, Remedy.ENTER_PASSWORD),
		NO_MAILBOX("authenticated but not connected", "transport.no-mailbox-access", Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR);

		private final String part;
		private final String id;
		private final Fixer fixer;
		private final Remedy remedy;

		Known(String part, String id, Fixer fixer, Remedy remedy) {
			this.part = part;
			this.id = id;
			this.fixer = fixer;
			this.remedy = remedy;
		}
	}

	private Refusal() {
	}

	/**
	 * @param serverError what came inside the SASL exchange, decoded
	 * @param reply       the server's final answer
	 */
	public static Problem of(EndpointProblems problems, Credential credential, Optional<String> serverError, String reply) {
		String clean = ServerText.clean(reply);
		String lower = clean.toLowerCase(java.util.Locale.ROOT);
		Problem problem = general(problems, credential);
		for (Known known : Known.values()) {
			if (lower.contains(known.part)) {
				problem = problems.of(known.id, ProblemKind.CREDENTIAL_REFUSED, known.fixer, known.remedy);
				break;
			}
		}
		Problem named = problem.with("user", ServerText.clean(credential.user()));
		return serverError.isPresent() ? named.detail("reply", ServerText.clean(serverError.get())).detail("answer", clean)
				: named.detail("reply", clean);
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
