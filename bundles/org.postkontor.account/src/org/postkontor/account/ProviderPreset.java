package org.postkontor.account;

import java.util.List;

/**
 * Settings that the product knows for a mail provider, as data.
 *
 * @param domains   address domains, lower case
 * @param servers   receiving alternatives first to last, then sending
 */
public record ProviderPreset(String id, String label, List<String> domains, List<Server> servers) {
	public ProviderPreset {
		domains = List.copyOf(domains);
		servers = List.copyOf(servers);
	}

	/**
	 * @param userName template: {@code %EMAILADDRESS%}, {@code %EMAILLOCALPART%}, {@code %EMAILDOMAIN%}
	 * @param providers ids of authentication providers that work here, best first
	 */
	public record Server(Protocol protocol, String host, int port, TlsMode tls, String userName, List<String> providers) {
		public Server {
			providers = List.copyOf(providers);
		}
	}
}
