package org.postkontor.ui.internal.provider;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.ui.provider.ProviderPagePart;

/** The settings of one provider: its own part, and the client id of the office's registration and how it proves itself, where there is one. */
public final class ProviderForm {
	private final ProviderPages pages;
	private final Composite composite;
	private final Runnable changed;
	private Map<String, String> settings = Map.of();
	private Optional<ProviderPagePart> part = Optional.empty();
	private @Nullable SettingField clientId;
	private @Nullable ClientAuthField clientAuth;

	/** @param changed called after each change by the user */
	public ProviderForm(Composite parent, ProviderPages pages, Runnable changed) {
		this.pages = pages;
		this.changed = changed;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 10).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
	}

	public Control control() {
		return composite;
	}

	/** Shows other controls for another provider. */
	public void show(ProviderDescription provider, Map<String, String> shown) {
		for (Control child : composite.getChildren()) {
			child.dispose();
		}
		settings = Map.copyOf(shown);
		part = pages.create(provider.id());
		part.ifPresent(p -> {
			Control control = p.createControl(composite, changed);
			if (control.getLayoutData() == null) {
				GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
			}
			p.read(settings);
		});
		clientId = null;
		clientAuth = null;
		if ("oauth".equals(provider.kind())) {
			SettingField field = new SettingField(composite, "clientId", ProviderMessages.clientId, ProviderMessages.clientIdExample, ProviderMessages.clientIdHint);
			field.read(settings);
			field.onChange(changed);
			clientId = field;
			if (ClientAuthField.isFor(provider, settings)) {
				ClientAuthField method = new ClientAuthField(composite, changed);
				method.read(settings);
				clientAuth = method;
			}
		}
		composite.requestLayout();
	}

	/** As entered; what no control shows stays. */
	public Map<String, String> settings() {
		Map<String, String> written = part.map(p -> p.write(settings)).orElse(settings);
		SettingField field = clientId;
		ClientAuthField method = clientAuth;
		Map<String, String> withId = field == null ? written : field.write(written);
		return method == null ? withId : method.write(withId);
	}

	public Optional<String> mistake() {
		return part.flatMap(ProviderPagePart::mistake);
	}
}
