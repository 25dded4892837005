package org.postkontor.ui.internal.provider;

import java.util.List;
import java.util.stream.Stream;

import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.spi.ProviderDescription;

/** Which scopes a provider's declaration, or the account's own setting, names for a protocol; known before anything is asked. */
public record DeclaredScopes(ProviderDescription description) {
	/** All scopes of one direction, for every protocol that the provider serves. */
	public List<String> of(Direction direction) {
		return description.scopes(direction);
	}

	public List<String> of(Endpoint endpoint) {
		String own = endpoint.auth().settings().getOrDefault(endpoint.direction() == Direction.RECEIVE ? "scopesReceive" : "scopesSend", "");
		return own.isBlank() ? description.scopes(endpoint.protocol()) : split(own);
	}

	/** True if what is granted for sending includes reading, because the provider has no narrower right. */
	public boolean sendingReads() {
		List<String> receive = of(Direction.RECEIVE);
		return !receive.isEmpty() && of(Direction.SEND).containsAll(receive);
	}

	private static List<String> split(String scopes) {
		return Stream.of(scopes.strip().split("\\s+")).filter(s -> !s.isEmpty()).toList();
	}
}
