package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;

/** The wizard without a mouse. */
class KeyboardScenarioTest extends WorkbenchScenario {
	@Test
	void setsAnAccountUpWithTheKeyboardAlone() {
		robot.menu(AppMessages.menuFile, AppMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		assumeKeyboard();
		robot.typeIntoFocus("anna.berg@kanzlei.test");
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.traverse(SWT.TRAVERSE_RETURN);
		robot.waitUntil("settings", () -> robot.shows("Kanzlei Mail"));
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.traverse(SWT.TRAVERSE_RETURN);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightReceive));
		robot.traverse(SWT.TRAVERSE_MNEMONIC);
		services.broker.finishInBrowser();
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(1, services.accounts.accounts().size());
	}
}
