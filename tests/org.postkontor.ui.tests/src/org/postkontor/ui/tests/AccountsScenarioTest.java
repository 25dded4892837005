package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** The list of accounts. */
class AccountsScenarioTest extends WorkbenchScenario {
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
