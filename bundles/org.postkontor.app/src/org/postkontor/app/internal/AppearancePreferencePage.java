package org.postkontor.app.internal;

import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
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
import org.eclipse.ui.PlatformUI;

/** Light, dark, or as the operating system. */
public final class AppearancePreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
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
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		if (engine != null && selected != Theme.chosen()) {
			selected.choose(engine);
		}
		return true;
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
