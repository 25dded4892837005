package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.preferences.PreferenceMessages;

/** Preference pages of accounts and appearance. */
class PreferencesScenarioTest extends WorkbenchScenario {
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

	private void openPreferences() {
		robot.menu(AppMessages.menuEdit, AppMessages.preferences);
		robot.useShell(title());
	}

	private static String title() {
		return "Preferences";
	}
}
