package org.postkontor.ui.internal.provider;

import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.swt.widgets.Composite;

/** The organisation at Microsoft: its id, one of its domains, or one of the names for many organisations. */
public final class TenantPagePart extends OneSettingPagePart {
	private static final Pattern TENANT = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

	@Override
	protected SettingField createField(Composite parent) {
		return new SettingField(parent, "tenant", ProviderMessages.tenant, "kanzlei.example.org", ProviderMessages.tenantHint);
	}

	@Override
	protected Optional<String> mistake(String value) {
		return value.isEmpty() || TENANT.matcher(value).matches() ? Optional.empty() : Optional.of(ProviderMessages.tenantWrong);
	}
}
