package org.postkontor.cli.tests.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** A password provider, a provider for one domain, and OAuth for any issuer. */
public final class FakeProviders implements AuthProviders {
	/** The one for any issuer. */
	public final FakeRegistration oauth = new FakeRegistration();

	@Override
	public List<ProviderDescription> descriptions() {
		return List.of(provider("big", "oauth", List.of("big.example.test"), Map.of("issuer", "https://big.example.test", "redirectHost", "127.0.0.1",
				"scopes.send", "https://mail.google.com/", "scopes.receive", "mail.read")),
				provider("oauth", "oauth", List.of(), Map.of()), provider("password", "password", List.of(), Map.of()));
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return descriptions().stream().filter(d -> d.id().equals(id)).findFirst();
	}

	@Override
	public AuthProvider provider(String id) throws ProblemException {
		return switch (id) {
		case "oauth" -> oauth;
		case "big" -> new FakeRegistration.Uncheckable();
		default -> throw Problems.exception(ProblemKind.INTERNAL);
		};
	}

	private static ProviderDescription provider(String id, String kind, List<String> domains, Map<String, String> settings) {
		return new ProviderDescription(id, id, kind, 0, Set.of(Protocol.values()), domains, List.of(), Optional.empty(), "test", settings);
	}
}
