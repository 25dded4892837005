package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.Tidying;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.ui.UiIds;
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
	void setsHowLongMailsCanBeTakenBackAndWhatBecomesOfMailsInDoubt() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		openPage(UiIds.OUTBOX_PAGE);
		robot.waitUntil("what holds", () -> robot.textOf(PreferenceMessages.undoSeconds).equals("10"));
		robot.type(PreferenceMessages.undoSeconds, "601");
		robot.waitUntil("mistake", () -> robot.shows(NLS.bind(PreferenceMessages.undoInvalid, 0, 600)));
		assertFalse(robot.isEnabled(JFaceResources.getString("PreferencesDialog.okButtonLabel")));
		robot.type(PreferenceMessages.undoSeconds, "30");
		robot.type(PreferenceMessages.keepDays, "0");
		robot.waitUntil("mistake", () -> robot.shows(NLS.bind(PreferenceMessages.daysInvalid, 1, 36_500)));
		robot.type(PreferenceMessages.keepDays, "3650");
		robot.choose("anna.berg@kanzlei.test:", PreferenceMessages.doubtAgain);
		robot.screenshot(picture("preferences-outbox"));
		robot.click(JFaceResources.getString("PreferencesDialog.okButtonLabel"));
		robot.waitUntil("saved", () -> services.outbox.doubtPolicy(account.id()) == DoubtPolicy.SEND_AGAIN);
		assertEquals(Duration.ofSeconds(30), services.sending.undo());
		assertEquals(Duration.ofDays(3650), services.log.keep());
	}

	@Test
	void setsWhenSentMailsLeaveTheList() {
		openPage(UiIds.OUTBOX_PAGE);
		robot.waitUntil("what holds", () -> robot.textOf(PreferenceMessages.tidyingDays).equals("7"));
		robot.type(PreferenceMessages.tidyingDays, "36501");
		robot.waitUntil("mistake", () -> robot.shows(NLS.bind(PreferenceMessages.daysInvalid, 0, 36_500)));
		assertFalse(robot.isEnabled(JFaceResources.getString("PreferencesDialog.okButtonLabel")));
		robot.setChecked(PreferenceMessages.tidyingDays, false);
		robot.waitUntil("no mistake", () -> robot.isEnabled(JFaceResources.getString("PreferencesDialog.okButtonLabel")));
		robot.setChecked(PreferenceMessages.tidyingWithoutCopy, true);
		robot.type(PreferenceMessages.tidyingWithoutCopy, "0");
		robot.click(JFaceResources.getString("PreferencesDialog.okButtonLabel"));
		robot.waitUntil("saved", () -> services.outbox.tidying().equals(new Tidying(Optional.empty(), Optional.of(Duration.ZERO))));
	}

	@Test
	void leavesHoursAloneThatSomebodyElseHasChosen() {
		services.log.setKeep(Duration.ofHours(100));
		Tidying hours = new Tidying(Optional.of(Duration.ofHours(1)), Optional.of(Duration.ofHours(30)));
		services.outbox.setTidying(hours);
		openPage(UiIds.OUTBOX_PAGE);
		robot.waitUntil("whole days", () -> robot.textOf(PreferenceMessages.keepDays).equals("5"));
		assertEquals("1", robot.textOf(PreferenceMessages.tidyingDays), "not at once");
		assertEquals("2", robot.textOf(PreferenceMessages.tidyingWithoutCopy));
		robot.type(PreferenceMessages.undoSeconds, "20");
		robot.click(JFaceResources.getString("PreferencesDialog.okButtonLabel"));
		robot.waitUntil("saved", () -> services.sending.undo().equals(Duration.ofSeconds(20)));
		assertEquals(Duration.ofHours(100), services.log.keep());
		assertEquals(hours, services.outbox.tidying());
	}

	@Test
	void restoresTheDefaultsOfTheOutbox() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.outbox.setDoubtPolicy(account.id(), DoubtPolicy.MARK_SENT);
		services.sending.undo(Duration.ofSeconds(30));
		services.log.setKeep(Duration.ofDays(30));
		services.outbox.setTidying(new Tidying(Optional.empty(), Optional.of(Duration.ofDays(1))));
		openPage(UiIds.OUTBOX_PAGE);
		robot.choose("anna.berg@kanzlei.test:", PreferenceMessages.doubtSent);
		robot.waitUntil("what holds", () -> robot.textOf(PreferenceMessages.keepDays).equals("30"));
		robot.click(JFaceResources.getString("defaults"));
		robot.waitUntil("default", () -> robot.textOf(PreferenceMessages.undoSeconds).equals("10") && robot.textOf(PreferenceMessages.keepDays).equals("180"));
		robot.click(JFaceResources.getString("PreferencesDialog.okButtonLabel"));
		robot.waitUntil("saved", () -> services.outbox.doubtPolicy(account.id()) == DoubtPolicy.ASK);
		assertEquals(TransmissionLog.STANDARD, services.log.keep());
		assertEquals(Tidying.STANDARD, services.outbox.tidying());
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

	private void openPage(String id) {
		Display display = WORKBENCH.workbench().display();
		display.syncExec(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, id, null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
		});
		robot.useShell(title());
	}

	/** The workbench opens the page again that was open last. */
	@Override
	void cleanUp() {
		WORKBENCH.workbench().display().syncExec(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, UiIds.ACCOUNTS_PAGE, null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
			dialog.close();
		});
	}

	private static String title() {
		return JFaceResources.getString("PreferenceDialog.title");
	}
}
