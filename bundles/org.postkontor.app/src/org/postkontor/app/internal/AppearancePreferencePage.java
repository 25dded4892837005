package org.postkontor.app.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Light, dark, or as the operating system. */
public final class AppearancePreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final Logger LOG = LoggerFactory.getLogger(AppearancePreferencePage.class);

	private Theme selected = Theme.chosen();
	private List<Button> buttons = List.of();

	public AppearancePreferencePage() {
		setDescription(AppMessages.appearance);
	}

	@Override
	public void init(@Nullable IWorkbench workbench) {
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(AppMessages.themeGroup);
		GridLayoutFactory.swtDefaults().applyTo(group);
		buttons = List.of(button(group, AppMessages.themeSystem, Theme.SYSTEM), button(group, AppMessages.themeLight, Theme.LIGHT),
				button(group, AppMessages.themeDark, Theme.DARK));
		return group;
	}

	@Override
	public boolean performOk() {
		try {
			selected.choose();
			return true;
		} catch (BackingStoreException e) {
			LOG.error("theme was not stored", e);
			setErrorMessage(AppMessages.themeNotStored);
			return false;
		}
	}

	private Button button(Group group, String text, Theme theme) {
		Button button = new Button(group, SWT.RADIO);
		button.setText(text);
		button.setSelection(theme == selected);
		button.addListener(SWT.Selection, e -> {
			if (button.getSelection()) {
				selected = theme;
			}
		});
		return button;
	}
}
