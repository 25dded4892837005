package org.postkontor.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an office or a suite preconfigures in one JSON file beside the product or given by {@code --branding}: an OSGi
 * service registered by the application, also when there is no file ({@link #NONE}).
 *
 * @param title        added to the window title
 * @param addresses    offered in the account wizard
 * @param directory    autoconfig directory: settings for a domain are at {@code directory + domain}; https only
 * @param clients      registered applications by issuer
 */
public record Branding(String title, List<String> addresses, Optional<URI> directory, List<Client> clients) {
	public static final Branding NONE = new Branding("", List.of(), Optional.empty(), List.of());

	public Branding {
		addresses = List.copyOf(addresses);
		clients = List.copyOf(clients);
	}

	/**
	 * A registered application. Scopes may be empty (the provider's default).
	 *
	 * @param clientSecret empty for a public client. Some providers give one to desktop applications, too, which cannot keep it:
	 *                     it is not confidential there (RFC 8252, 8.5), and whoever can read the branding file can read it
	 */
	public record Client(String issuer, String clientId, String scopesReceive, String scopesSend, String clientSecret) {
		/** A public client, without a secret. */
		public Client(String issuer, String clientId, String scopesReceive, String scopesSend) {
			this(issuer, clientId, scopesReceive, scopesSend, "");
		}

		/** Without the secret. */
		@Override
		public String toString() {
			return "Client[" + issuer + " " + clientId + "]";
		}
	}

	/** The application registered for an issuer. */
	public Optional<Client> client(String issuer) {
		return clients.stream().filter(c -> c.issuer().equals(issuer)).findFirst();
	}
}
