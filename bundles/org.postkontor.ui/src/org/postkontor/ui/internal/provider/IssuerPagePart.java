package org.postkontor.ui.internal.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postkontor.ui.provider.ProviderPagePart;

/** Where "any issuer" needs an address: the issuer's URL, from which everything else is found (OpenID Connect Discovery 1.0). */
public final class IssuerPagePart implements ProviderPagePart {
	private @Nullable SettingField issuer;

	@Override
	public Control createControl(Composite parent, Runnable onChange) {
		SettingField field = new SettingField(parent, "issuer", ProviderMessages.issuer, "https://login.example.org", ProviderMessages.issuerHint);
		field.onChange(onChange);
		issuer = field;
		return field.control();
	}

	@Override
	public void read(Map<String, String> settings) {
		field().read(settings);
	}

	@Override
	public Map<String, String> write(Map<String, String> settings) {
		return field().write(settings);
	}

	@Override
	public Optional<String> mistake() {
		String value = field().value();
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

	private SettingField field() {
		return java.util.Objects.requireNonNull(issuer, "createControl comes first");
	}
}
