package org.postkontor.testkit.idp;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An application registration with the redirect URI {@code http://localhost}, right or with one of the mistakes that offices
 * make. Immutable.
 *
 * @param platform    where the redirect URI was entered
 * @param publicFlows "Allow public client flows", needed for device codes
 * @param redirect    false if no redirect URI was entered at all
 * @param tenant      set for a registration of one organisation only
 */
public record MicrosoftApp(String id, Platform platform, boolean publicFlows, boolean redirect, Optional<String> tenant) {

	/** The platforms of the portal. */
	public enum Platform {
		/** "Mobile and desktop applications": the right one. */
		DESKTOP,
		/** Redeeming a code needs a secret. */
		WEB,
		/** Redeeming a code needs a cross-origin request of a browser. */
		SPA
	}

	/** A registration as it has to be, for all kinds of accounts. */
	public static MicrosoftApp desktop(String id) {
		return new MicrosoftApp(id, Platform.DESKTOP, true, true, Optional.empty());
	}

	public MicrosoftApp on(Platform other) {
		return new MicrosoftApp(id, other, publicFlows, redirect, tenant);
	}

	public MicrosoftApp withoutPublicFlows() {
		return new MicrosoftApp(id, platform, false, redirect, tenant);
	}

	public MicrosoftApp withoutRedirect() {
		return new MicrosoftApp(id, platform, publicFlows, false, tenant);
	}

	public MicrosoftApp onlyFor(MicrosoftTenant organisation) {
		return new MicrosoftApp(id, platform, publicFlows, redirect, Optional.of(organisation.id()));
	}

	/** The port is ignored for {@code http://localhost}, nothing else is. */
	boolean allowsRedirect(String address) {
		try {
			URI uri = URI.create(address);
			return redirect && "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()) && uri.getRawPath().isEmpty()
					&& uri.getRawQuery() == null && uri.getRawFragment() == null;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	IdpClient asIdpClient() {
		return new IdpClient(id, Optional.empty(), Set.of(), redirect);
	}
}
