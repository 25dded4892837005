package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.Locale;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.preferences.PreferenceMessages;

/** Preference pages of accounts and appearance. */
class PreferencesScenarioTest extends WorkbenchScenario {
	private static final String PROXIES = "org.eclipse.ui.net.NetPreferences";

	@Test
	void changesNothingBeforeApply() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		openPreferences();
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.screenshot(picture("preferences"));
		robot.type(AccountMessages.accountName, "Kanzlei");
		assertEquals("anna.berg@kanzlei.test", services.accounts.find(account.id()).orElseThrow().name());
		robot.click(JFaceResources.getString("PreferencesDialog.okButtonLabel"));
		robot.waitUntil("saved", () -> services.accounts.find(account.id()).orElseThrow().name().equals("Kanzlei"));
	}

	@Test
	void refusesAnEmptyName() {
		services.signedInAccount("anna.berg@kanzlei.test");
		openPreferences();
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.type(AccountMessages.accountName, " ");
		robot.waitUntil("mistake", () -> robot.shows(NLS.bind(PreferenceMessages.nameMissing, "anna.berg@kanzlei.test")));
		assertFalse(robot.isEnabled(JFaceResources.getString("PreferencesDialog.okButtonLabel")));
	}

	@Test
	void speaksTheLanguageOfTheUserInThePlatformsOwnTexts() {
		boolean german = Locale.getDefault().getLanguage().equals("de");
		assertEquals(german ? "Abbrechen" : "Cancel", JFaceResources.getString("cancel"));
		IPreferenceNode proxies = PlatformUI.getWorkbench().getPreferenceManager().find(PROXIES);
		assertEquals(german ? "Netzwerk" : "Network Connections", proxies.getLabelText());
	}

	private void openPreferences() {
		robot.menu(AppMessages.menuEdit, AppMessages.preferences);
		robot.useShell(title());
	}

	private static String title() {
		return JFaceResources.getString("PreferenceDialog.title");
	}
}
