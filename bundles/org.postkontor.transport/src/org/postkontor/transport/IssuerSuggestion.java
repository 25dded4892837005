package org.postkontor.transport;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.Protocol;
import org.postkontor.problem.Problem;

/**
 * The sign-in service that a mail server named when it refused a token (RFC 7628, 3.2.2: {@code openid-configuration} in the
 * error of OAUTHBEARER). It came over verified TLS and is the https address of a named host, without user, query and fragment,
 * at most 200 visible ASCII characters. Nobody has asked that host for anything yet, and nobody may before a person has seen
 * and approved it: whoever runs the mail server gets a token of that service then. Immutable.
 *
 * @param issuer   as OpenID Connect Discovery 1.0 derives it from the address of the metadata
 * @param host     mail server that named it, as configured
 * @param protocol of that mail server
 */
public record IssuerSuggestion(String issuer, String host, Protocol protocol) {
	/** Name of the value that a refusal ({@code CREDENTIAL_REFUSED}) carries it in. */
	public static final String VALUE = "namedIssuer";

	/** What the refusal of a transport carries; empty for every other problem. */
	public static Optional<IssuerSuggestion> of(Problem refusal) {
		String issuer = refusal.values().get(VALUE);
		String host = refusal.values().get("host");
		String protocol = refusal.values().getOrDefault("protocol", "").toUpperCase(Locale.ROOT);
		Optional<Protocol> known = Stream.of(Protocol.values()).filter(p -> p.name().equals(protocol)).findFirst();
		return issuer == null || host == null ? Optional.empty() : known.map(p -> new IssuerSuggestion(issuer, host, p));
	}
}
