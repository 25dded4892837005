package org.postkontor.auth.internal.broker;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.ProviderDescription;

/**
 * The provider whose token a binding gets: its own, or the one that declares the issuer a binding of the general provider names.
 * What an autoconfig file calls "OAuth with the issuer of Google" yields a token of Google.
 *
 * @param description empty: nobody lists servers for this issuer, so those shown at the sign-in count
 */
record TokenOwner(Optional<ProviderDescription> description) {
	static TokenOwner of(AuthBinding binding, AuthProviders providers) {
		Optional<ProviderDescription> own = providers.description(binding.provider()).filter(TokenOwner::listsHosts);
		return new TokenOwner(own.or(() -> host(binding.settings().get("issuer")).flatMap(host -> declaring(host, providers))));
	}

	String label(AuthBinding binding) {
		return description.map(ProviderDescription::label).orElse(binding.provider());
	}

	/** Those among the hosts that a person has to approve. */
	List<String> foreign(Collection<String> hosts, Collection<String> approved) {
		return description.map(owner -> hosts.stream().filter(host -> !ResourceHosts.allowed(host, approved, owner.hosts())).distinct().toList())
				.orElse(List.of());
	}

	/** Two issuers at one host are the same provider, for example two tenants. */
	private static Optional<ProviderDescription> declaring(String issuerHost, AuthProviders providers) {
		return providers.descriptions().stream().filter(TokenOwner::listsHosts)
				.filter(each -> Stream.of("issuer", "authorizeUri", "tokenUri").anyMatch(name -> host(each.settings().get(name)).filter(issuerHost::equals).isPresent()))
				.findFirst();
	}

	private static boolean listsHosts(ProviderDescription description) {
		return !description.hosts().isEmpty();
	}

	private static Optional<String> host(@org.eclipse.jdt.annotation.Nullable String uri) {
		try {
			return uri == null ? Optional.empty() : Optional.ofNullable(URI.create(uri).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
