package org.postkontor.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;

/**
 * A sign-in service that mail servers of an account named during its test, other than the one that the account uses.
 * <p>
 * To be shown to a person with {@link #issuer()} and {@link #hosts()} before anything else happens: approving it means that
 * the issuer's host is asked, and that a token of it goes to these mail servers. After the approval {@link #asked} is what to
 * sign in, and {@link #merged} what to save; the sign-in records the hosts with the session, so that its tokens go to no
 * other one. Without it nothing is changed. Immutable; does no input or output.
 *
 * @param suggestions of this issuer, at least one
 */
public record NamedIssuer(String issuer, List<IssuerSuggestion> suggestions) {
	/** The provider for any issuer. */
	private static final String ANY_ISSUER = "oauth";

	public NamedIssuer {
		suggestions = List.copyOf(suggestions);
	}

	/** What the steps of a test, finished or not, offer: problems with {@link Remedy#USE_ISSUER}, in the order of the steps. */
	public static List<NamedIssuer> in(List<CheckStep> steps) {
		Map<String, List<IssuerSuggestion>> named = new LinkedHashMap<>();
		offers(steps).forEach(suggestion -> named.computeIfAbsent(suggestion.issuer(), issuer -> new ArrayList<>()).add(suggestion));
		return named.entrySet().stream().map(entry -> new NamedIssuer(entry.getKey(), entry.getValue())).toList();
	}

	private static Stream<IssuerSuggestion> offers(List<CheckStep> steps) {
		return steps.stream().flatMap(step -> Stream.concat(step.problem().filter(problem -> problem.remedy() == Remedy.USE_ISSUER)
				.flatMap(IssuerSuggestion::of).stream(), offers(step.children())));
	}

	/** The mail servers that named it and would get its tokens, each once. */
	public List<String> hosts() {
		return suggestions.stream().map(IssuerSuggestion::host).distinct().toList();
	}

	/** Who would be asked first. */
	public String issuerHost() {
		return String.valueOf(URI.create(issuer).getHost());
	}

	/**
	 * The account with only the servers that named it, bound to it: what was stored for another issuer is not bound any more,
	 * and neither is the application registered there. Principal and mailbox stay.
	 */
	public Account asked(Account account) {
		return account.with(account.endpoints().stream().filter(this::isNamedBy).map(this::bound).toList());
	}

	/** @param signedIn {@link #asked}, signed in; the other servers of {@code before} are as they were */
	public Account merged(Account before, Account signedIn) {
		return signedIn.with(before.endpoints().stream().map(endpoint -> replaced(endpoint, signedIn)).toList());
	}

	private static Endpoint replaced(Endpoint endpoint, Account signedIn) {
		Optional<Endpoint> other = signedIn.endpoints().stream().filter(e -> e.protocol() == endpoint.protocol()).findFirst();
		return other.orElse(endpoint);
	}

	private boolean isNamedBy(Endpoint endpoint) {
		return suggestions.stream().anyMatch(s -> s.protocol() == endpoint.protocol() && s.host().equals(endpoint.host()));
	}

	private Endpoint bound(Endpoint endpoint) {
		AuthBinding before = endpoint.auth();
		return endpoint.with(new AuthBinding(ANY_ISSUER, before.principal(), before.mailbox(), Optional.empty(), Map.of("issuer", issuer)));
	}
}
