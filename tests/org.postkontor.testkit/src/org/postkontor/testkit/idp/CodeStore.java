package org.postkontor.testkit.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.postkontor.testkit.SecretLedger;

/** Authorization codes: good once, for one minute; a second use ends what the first one got (RFC 6749, 4.1.2). */
final class CodeStore {

	private static final Duration VALID = Duration.ofMinutes(1);

	private record Code(AuthorizationRequest request, Grant grant, Instant expires) {
	}

	private final Clock clock;
	private final TokenStore tokens;
	private final Map<String, Code> codes = new HashMap<>();
	private final Map<String, Grant> used = new HashMap<>();

	CodeStore(Clock clock, TokenStore tokens) {
		this.clock = clock;
		this.tokens = tokens;
	}

	synchronized String issue(AuthorizationRequest request, IdpUser user) {
		String code = Secrets.token();
		codes.put(code, new Code(request, Grant.of(user, request.client(), request.scopes(), request.nonce()),
				clock.instant().plus(VALID)));
		return code;
	}

	synchronized Grant redeem(FormData form, IdpClient client) throws OAuthError {
		String value = form.get("code");
		if (used.containsKey(value)) {
			tokens.end(used.get(value));
			throw new OAuthError("invalid_grant", "code reuse: the session was ended");
		}
		Code code = codes.remove(value);
		if (code == null || clock.instant().isAfter(code.expires()) || !code.grant().client().equals(client)) {
			throw new OAuthError("invalid_grant", "code unknown, expired or of another client");
		}
		used.put(value, code.grant());
		if (!code.request().redirectUri().equals(form.get("redirect_uri"))) {
			throw new OAuthError("invalid_grant", "redirect_uri differs from the authorization request");
		}
		SecretLedger.note("code verifier", form.get("code_verifier"));
		if (!code.request().challenge().equals(Secrets.challenge(form.get("code_verifier")))) {
			throw new OAuthError("invalid_grant", "code_verifier does not match the code_challenge");
		}
		return code.grant();
	}
}
