package org.postkontor.ui.internal.provider;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postkontor.ui.provider.ProviderPagePart;

/** The part of a provider that needs one setting more. */
abstract class OneSettingPagePart implements ProviderPagePart {
	private @Nullable SettingField field;

	/** Made once, when the part is shown. */
	protected abstract SettingField createField(Composite parent);

	/** @return what is wrong with it, for the user */
	protected abstract Optional<String> mistake(String value);

	@Override
	public final Control createControl(Composite parent, Runnable onChange) {
		SettingField created = createField(parent);
		created.onChange(onChange);
		field = created;
		return created.control();
	}

	@Override
	public final void read(Map<String, String> settings) {
		field().read(settings);
	}

	@Override
	public final Map<String, String> write(Map<String, String> settings) {
		return field().write(settings);
	}

	@Override
	public final Optional<String> mistake() {
		return mistake(field().value());
	}

	private SettingField field() {
		return Objects.requireNonNull(field, "createControl comes first");
	}
}
