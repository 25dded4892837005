package org.postkontor.check.internal;

import java.net.URI;
import java.util.Optional;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;

/**
 * Offers the sign-in service that a server named when it refused a token. Servers name theirs whatever the reason is: the
 * one that the account uses is no offer. Contacts nobody.
 */
record IssuerOffer(SignInBroker broker) {

	/**
	 * @param refusal of the server
	 * @param last    what signing in ended with, after one more try
	 * @return {@code last}, or the offer
	 */
	ProblemException orElse(Endpoint endpoint, Problem refusal, ProblemException last) throws ProblemException {
		Problem answer = last.problem().kind() == ProblemKind.CREDENTIAL_REFUSED ? last.problem() : refusal;
		boolean over = last.problem().kind() == ProblemKind.CREDENTIAL_REFUSED || last.problem().kind() == ProblemKind.SIGN_IN_NEEDED;
		Optional<IssuerSuggestion> named = over ? IssuerSuggestion.of(answer) : Optional.empty();
		return named.isEmpty() || isUsed(endpoint.auth(), named.get().issuer()) ? last : new ProblemException(offer(answer), last);
	}

	private static Problem offer(Problem answer) {
		return new Problem("check.issuer-named", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.USE_ISSUER, answer.values(), answer.details());
	}

	/** A provider with an entry of its own may have several issuers at its host, and knows which one is right. */
	private boolean isUsed(AuthBinding binding, String issuer) throws ProblemException {
		String used = broker.session(binding).map(Session::issuer).orElse(binding.settings().getOrDefault("issuer", ""));
		boolean same = withoutSlash(used).equals(withoutSlash(issuer));
		return same || !"oauth".equals(binding.provider()) && host(used).equals(host(issuer));
	}

	private static String withoutSlash(String issuer) {
		return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
	}

	private static Optional<String> host(String issuer) {
		try {
			return Optional.ofNullable(URI.create(issuer).getHost());
		} catch (IllegalArgumentException e) {
			return Optional.of(issuer);
		}
	}
}
