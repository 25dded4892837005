package org.postkontor.ui.internal.provider;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postkontor.ui.provider.ProviderPagePart;

/** The organisation at Microsoft: its id, one of its domains, or one of the names for many organisations. */
public final class TenantPagePart implements ProviderPagePart {
	private static final Pattern TENANT = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

	private @Nullable SettingField tenant;

	@Override
	public Control createControl(Composite parent, Runnable onChange) {
		SettingField field = new SettingField(parent, "tenant", ProviderMessages.tenant, "kanzlei.example.org", ProviderMessages.tenantHint);
		field.onChange(onChange);
		tenant = field;
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
		return value.isEmpty() || TENANT.matcher(value).matches() ? Optional.empty() : Optional.of(ProviderMessages.tenantWrong);
	}

	private SettingField field() {
		return java.util.Objects.requireNonNull(tenant, "createControl comes first");
	}
}
