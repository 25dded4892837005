package org.postkontor.ui.internal.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;

/** A provider with settings, put into the servers of an account. */
public record ProviderChoice(String provider, Map<String, String> settings) {
	public ProviderChoice {
		settings = Map.copyOf(settings);
	}

	/** What the servers have now, if they all have the same provider. */
	public static Optional<ProviderChoice> of(List<Endpoint> endpoints) {
		List<String> providers = endpoints.stream().map(e -> e.auth().provider()).distinct().toList();
		return providers.size() == 1 ? Optional.of(new ProviderChoice(providers.get(0), endpoints.get(0).auth().settings())) : Optional.empty();
	}

	/** Another provider or other settings need another sign-in; who signs in and which mailbox is used stay. */
	public List<Endpoint> appliedTo(List<Endpoint> endpoints) {
		return endpoints.stream().map(this::appliedTo).toList();
	}

	public Account appliedTo(Account account) {
		return account.with(appliedTo(account.endpoints()));
	}

	/** Other settings for the servers of this provider only. */
	public Account savedInto(Account account) {
		return account.with(account.endpoints().stream().map(e -> e.auth().provider().equals(provider) ? appliedTo(e) : e).toList());
	}

	private Endpoint appliedTo(Endpoint endpoint) {
		AuthBinding before = endpoint.auth();
		boolean same = before.provider().equals(provider) && before.settings().equals(settings);
		return same ? endpoint : endpoint.with(new AuthBinding(provider, before.principal(), before.mailbox(), Optional.empty(), settings));
	}
}
