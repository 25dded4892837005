package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.junit.jupiter.api.Test;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** The list of accounts. */
class AccountsScenarioTest extends WorkbenchScenario {
	private static final String ANNA = "anna.berg@kanzlei.test";

	@Test
	void signsOutAndRemovesAndSaysEachTimeThatTheProviderDidNotConfirm() {
		services.signedInAccount(ANNA);
		services.broker.leaveUnconfirmed(Samples.notRevoked(ANNA));
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.signOut);
		confirm(AccountMessages.signOutTitle);
		assertTrue(services.accounts.accounts().getFirst().endpoints().stream().allMatch(e -> e.auth().session().isEmpty()));
		robot.clickTool(AccountMessages.removeTitle);
		confirm(AccountMessages.removeTitle);
		robot.waitUntil("no account", () -> services.accounts.accounts().isEmpty());
	}

	private void confirm(String title) {
		robot.useShell(title);
		robot.click(IDialogConstants.YES_LABEL);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("what was not confirmed", () -> robot.shows("auth.not-revoked"));
		robot.click(ProblemMessages.close);
		robot.waitUntilClosed(ProblemMessages.dialogTitle);
		robot.useShell(WINDOW);
	}

	@Test
	void saysWhichAccountFilesCouldNotBeUsed() {
		services.signedInAccount("anna.berg@kanzlei.test");
		robot.waitUntil("the other account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		assertFalse(robot.shows(AccountMessages.damagedTitle));
		services.accounts.damage(Problem.of("account.corrupt", ProblemKind.STORAGE, Fixer.USER, Remedy.NONE));
		robot.waitUntil("the line", () -> robot.shows(AccountMessages.damagedTitle));
		robot.clickLink(AccountMessages.damagedDetails);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("the problem", () -> robot.shows("account.corrupt"));
		robot.click(ProblemMessages.close);
		robot.useShell(WINDOW);
		assertEquals(1, robot.rows(AccountMessages.tableName).size());
	}
}
