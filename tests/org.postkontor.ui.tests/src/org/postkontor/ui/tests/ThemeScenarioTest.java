package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.app.internal.Theme;
import org.postkontor.outbox.MailState;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;

/** The chosen theme: in the dark one, lists and dialogs stand on dark ground with light text. */
class ThemeScenarioTest extends WorkbenchScenario {
	@Test
	void colorsListsAndDialogsAsChosen() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.inbox.add(account.id(), "Paul Weber <paul.weber@mandant.test>", "Unterlagen", Instant.parse("2026-11-20T10:00:00Z"));
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		robot.waitUntil("mails", () -> robot.rows(InboxMessages.tableName).size() == 1);
		robot.selectRow(InboxMessages.tableName, 0);
		robot.waitUntil("text", () -> robot.shows("Text der Mail 1"));
		robot.screenshot(picture("window"));
		robot.menu(AppMessages.menuFile, AppMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		boolean dark = Theme.chosen() == Theme.DARK;
		Display display = WORKBENCH.workbench().display();
		assertTrue(display.syncCall(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).allMatch(s -> isDark(s.getBackground()) == dark)));
	}

	private static boolean isDark(Color color) {
		return color.getRed() + color.getGreen() + color.getBlue() < 3 * 128;
	}
}
