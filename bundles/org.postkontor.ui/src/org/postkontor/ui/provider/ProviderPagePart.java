package org.postkontor.ui.provider;

import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The part of a settings page that only one sign-in provider has: shows and changes the settings of a binding
 * ({@code AuthBinding.settings()}). They are not secret and are stored in the account's file: never put a password, token or
 * client secret there. Needs a public constructor without arguments. Called on the user interface's thread, so nothing here
 * may wait for a network or a disk; the first call is {@link #createControl}, then {@link #read}.
 */
public interface ProviderPagePart {
	/**
	 * Makes the controls.
	 *
	 * @param parent   has a grid of one column; set a {@code GridData} if the default does not fit
	 * @param onChange to be called after each change by the user
	 */
	Control createControl(Composite parent, Runnable onChange);

	/** Shows these settings; absent ones are not set. */
	void read(Map<String, String> settings);

	/** @return the given settings with what the user entered; names that this part does not know stay as they are */
	Map<String, String> write(Map<String, String> settings);

	/** What keeps the user from going on, as one sentence in the user's language; empty if all is right. */
	Optional<String> mistake();
}
