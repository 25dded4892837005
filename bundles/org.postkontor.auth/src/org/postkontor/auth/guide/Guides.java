package org.postkontor.auth.guide;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.spi.ProviderDescription;

/** Instructions for people, as data in German and English. OSGi service, thread-safe, no network. */
public interface Guides {
	/**
	 * How to get an app password: two-step verification first, then the password.
	 *
	 * @param hosts servers of the account, for addresses of an own domain
	 * @return empty for providers that nothing is known about
	 */
	Optional<Guide> appPassword(MailAddress address, Collection<String> hosts, Locale locale);

	/**
	 * How the office's IT registers an application.
	 *
	 * @param facts what is shown in the steps to be copied
	 * @return empty for providers without a registration
	 */
	Optional<Guide> registration(String provider, Registration facts, Locale locale);

	/** What rights mean, in plain words, in the order of the scopes; unknown ones are named as they are. */
	List<Right> rights(Collection<String> scopes, Locale locale);

	/**
	 * What is to be entered at the provider.
	 *
	 * @param redirects exact redirect URIs
	 * @param receive   scopes for receiving; empty if the office only sends
	 */
	record Registration(List<String> redirects, List<String> send, List<String> receive) {
		public Registration {
			redirects = List.copyOf(redirects);
			send = List.copyOf(send);
			receive = List.copyOf(receive);
		}

		/** As the provider is declared. @param receives false for an office that only sends */
		public static Registration of(ProviderDescription provider, boolean receives) {
			return new Registration(List.of(provider.redirectUri()), provider.scopes(Direction.SEND), receives ? provider.scopes(Direction.RECEIVE) : List.of());
		}
	}

	/** @param reason a sentence: what the program does with it */
	record Right(String scope, String name, String reason) {
	}
}
