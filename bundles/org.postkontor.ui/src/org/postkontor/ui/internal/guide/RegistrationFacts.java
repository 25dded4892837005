package org.postkontor.ui.internal.guide;

import java.util.List;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Resource;
import org.postkontor.auth.guide.Guides.Registration;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.ui.internal.provider.ProviderChoice;

/** What a registration has to contain for an account, and the sign-in that checks it. */
public record RegistrationFacts(Account account, ProviderDescription provider) {
	/** Loopback addresses of RFC 8252, 7.3: the port changes with each sign-in. */
	public Registration registration() {
		boolean receives = servers().stream().anyMatch(e -> e.direction() == Direction.RECEIVE);
		return Registration.of(provider, receives);
	}

	public SignInRequest request(ProviderChoice choice) {
		List<Endpoint> endpoints = choice.appliedTo(servers());
		return new SignInRequest(endpoints.get(0).auth().signedOut(), account.address(), endpoints.stream().map(Resource::of).toList(),
				Set.copyOf(endpoints.stream().map(Endpoint::direction).toList()));
	}

	/** Those of the provider; all of them while it is still being chosen. */
	private List<Endpoint> servers() {
		List<Endpoint> own = account.endpoints().stream().filter(e -> e.auth().provider().equals(provider.id())).toList();
		return own.isEmpty() ? account.endpoints() : own;
	}
}
