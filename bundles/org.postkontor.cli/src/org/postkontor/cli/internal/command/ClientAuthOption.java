package org.postkontor.cli.internal.command;

import java.util.Map;

import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.Option;

/** {@code --client-auth}: how the registered application proves itself, the binding's setting {@code clientAuth}. */
final class ClientAuthOption {
	static final Option SYNTAX = Option.choice("client-auth", "none", "client_secret_basic", "client_secret_post", "secret");

	private ClientAuthOption() {
	}

	/** Nothing if it was not given: then the provider's declaration counts. */
	static void put(Arguments arguments, Map<String, String> settings) {
		arguments.value("client-auth").ifPresent(method -> settings.put("clientAuth", method));
	}
}
