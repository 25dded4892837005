package org.postkontor.ui.internal.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;

/** Where "any issuer" needs an address: the issuer's URL, from which everything else is found (OpenID Connect Discovery 1.0). */
public final class IssuerPagePart extends OneSettingPagePart {
	@Override
	protected SettingField createField(Composite parent) {
		return new SettingField(parent, "issuer", ProviderMessages.issuer, "https://login.example.org", ProviderMessages.issuerHint);
	}

	@Override
	protected Optional<String> mistake(String value) {
		if (value.isEmpty()) {
			return Optional.of(ProviderMessages.issuerMissing);
		}
		return isHttps(value) ? Optional.empty() : Optional.of(ProviderMessages.issuerWrong);
	}

	private static boolean isHttps(String value) {
		try {
			URI uri = new URI(value);
			return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
		} catch (URISyntaxException e) {
			return false;
		}
	}
}
