package org.postkontor.ui.tests;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.MailState;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;

/** The dark theme: switched at run time, and everything can be read. */
class DarkThemeScenarioTest extends WorkbenchScenario {
	@AfterEach
	void light() {
		theme("org.eclipse.e4.ui.css.theme.e4_default");
	}

	@Test
	void showsListsOnDarkGround() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.inbox.add(account.id(), "Paul Weber <paul.weber@mandant.test>", "Unterlagen", Instant.parse("2026-11-20T10:00:00Z"));
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		theme("org.eclipse.e4.ui.css.theme.e4_dark");
		robot.waitUntil("dark lists", () -> isDark(PlatformUI.getWorkbench().getActiveWorkbenchWindow()));
		robot.selectRow(InboxMessages.tableName, 0);
		robot.waitUntil("text", () -> robot.shows("Text der Mail 1"));
		robot.screenshot(picture("window-dark"));
		robot.menu(AppMessages.menuFile, AppMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "anna.berg@kanzlei.test");
		robot.click(IDialogConstants.NEXT_LABEL);
		robot.waitUntil("settings", () -> robot.isEnabled(IDialogConstants.NEXT_LABEL));
		robot.screenshot(picture("wizard-dark"));
	}

	private static boolean isDark(IWorkbenchWindow window) {
		return window != null && brightness(window.getShell().getBackground()) < 100;
	}

	private static int brightness(Color color) {
		return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
	}

	private static void theme(String id) {
		WORKBENCH.workbench().display().syncExec(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
	}
}
