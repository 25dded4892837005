package org.postkontor.auth.oauth.internal;

import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.problem.ProblemException;

/**
 * What two answers of a provider prove about a registration. Only what an answer cannot mean otherwise passes or fails.
 *
 * @param secretSent whether the token endpoint was asked with a client secret
 * @param token      what it had against the code; empty before it was asked
 */
record RegistrationEvidence(RegistrationProblems problems, PageAnswer page, boolean secretSent, Optional<OAuthError> token) {
	private static final String UNAUTHORIZED_CLIENT = "unauthorized_client";
	/** Said to a client only after it proved who it is. */
	private static final Set<String> AFTER_CLIENT = Set.of("invalid_grant", UNAUTHORIZED_CLIENT);

	RegistrationEvidence with(OAuthError error, boolean withSecret) {
		return new RegistrationEvidence(problems, page, withSecret, Optional.of(error));
	}

	Result clientKnown() throws ProblemException {
		if (page instanceof PageAnswer.Refused refused && refused.client()) {
			throw problems.clientNotKnown(refused.status());
		}
		if (pageKnowsClient() || secretSent && token.filter(error -> AFTER_CLIENT.contains(error.error()) && !error.refusesClient()).isPresent()) {
			return Result.PASSED;
		}
		if (page instanceof PageAnswer.Refused && clientRefused()) {
			throw problems.clientOrSecret(token.orElseThrow());
		}
		return Result.UNKNOWN;
	}

	/** A code that does not exist may be refused before an unknown client is; so it proves a client without a secret only if that is known. */
	Result clientKind() throws ProblemException {
		if (page instanceof PageAnswer.Back back && UNAUTHORIZED_CLIENT.equals(back.error().error())) {
			throw problems.of(back.error());
		}
		if (clientRefused()) {
			OAuthError error = token.orElseThrow();
			throw !pageKnowsClient() ? problems.clientOrSecret(error) : secretSent ? problems.secretRefused(error) : problems.secretDemanded(error);
		}
		if (tokenIs(UNAUTHORIZED_CLIENT) || token.filter(problems::isSecretDemanded).isPresent()) {
			throw problems.of(token.orElseThrow());
		}
		return tokenIs("invalid_grant") && (secretSent || pageKnowsClient()) ? Result.PASSED : Result.UNKNOWN;
	}

	Result redirect() throws ProblemException {
		if (page instanceof PageAnswer.Refused refused) {
			throw refused.redirect() || clientKnown() == Result.PASSED ? problems.redirectRefused(refused.status()) : problems.pageRefused(refused.status());
		}
		return page instanceof PageAnswer.Back ? Result.PASSED : Result.UNKNOWN;
	}

	/** Metadata need not list all rights (RFC 8414, 2), and a client may be given less: only a refusal proves something. */
	Result rights() throws ProblemException {
		if (page instanceof PageAnswer.Back back && "invalid_scope".equals(back.error().error())) {
			throw problems.of(back.error());
		}
		return Result.UNKNOWN;
	}

	/** A redirect address belongs to an application: who finds fault with the one has found the other. */
	private boolean pageKnowsClient() {
		return page instanceof PageAnswer.Back || page instanceof PageAnswer.Refused refused && refused.redirect();
	}

	private boolean clientRefused() {
		return token.filter(OAuthError::refusesClient).isPresent();
	}

	private boolean tokenIs(String error) {
		return token.filter(answer -> error.equals(answer.error())).isPresent();
	}
}
