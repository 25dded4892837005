package org.postkontor.ui.internal.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.auth.spi.ProviderDescription;

/** How the office's own application proves itself to the provider: the setting {@code clientAuth} of a binding. The secret itself is asked for when signing in. */
final class ClientAuthField {
	private static final String NAME = "clientAuth";
	/** In the order shown; the first is "not set". */
	private static final List<String> VALUES = List.of("", "none", "client_secret_basic", "client_secret_post", "secret");
	private static final int WIDTH = 420;

	private final Combo combo;
	/** A value that this window does not know stays as it is until another one is chosen. */
	private String value = "";

	ClientAuthField(Composite parent, Runnable changed) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Label title = new Label(composite, SWT.NONE);
		title.setText(ProviderMessages.clientAuth);
		combo = new Combo(composite, SWT.READ_ONLY);
		combo.setItems(ProviderMessages.clientAuthDefault, ProviderMessages.clientAuthNone, ProviderMessages.clientAuthBasic,
				ProviderMessages.clientAuthPost, ProviderMessages.clientAuthSecret);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
		combo.addListener(SWT.Selection, e -> {
			value = VALUES.get(combo.getSelectionIndex());
			changed.run();
		});
		Label hint = new Label(composite, SWT.WRAP);
		hint.setText(ProviderMessages.clientAuthHint);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(hint);
	}

	/** Where a declared provider knows only public clients there is nothing to choose, unless somebody did already. */
	static boolean isFor(ProviderDescription provider, Map<String, String> settings) {
		return !provider.settings().containsKey("issuer") || provider.settings().containsKey(NAME) || settings.containsKey(NAME);
	}

	void read(Map<String, String> settings) {
		value = settings.getOrDefault(NAME, "");
		combo.select(VALUES.indexOf(value));
	}

	Map<String, String> write(Map<String, String> settings) {
		Map<String, String> changed = new LinkedHashMap<>(settings);
		changed.remove(NAME);
		if (!value.isEmpty()) {
			changed.put(NAME, value);
		}
		return changed;
	}
}
