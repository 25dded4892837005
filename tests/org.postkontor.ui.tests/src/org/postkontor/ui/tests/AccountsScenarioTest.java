package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
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
	void changesHowLongMailsStayOnAPop3ServerAndSaysWhatThatMeans() {
		Account imap = services.signedInAccount(ANNA);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		edit();
		assertFalse(robot.shows(AccountMessages.leaveOnServer), "IMAP always leaves them");
		robot.choose(AccountMessages.protocol + ":", Protocol.POP3.name());
		robot.waitUntil("POP3", () -> robot.shows(AccountMessages.leaveOnServer));
		assertFalse(robot.shows(AccountMessages.deletesWarning));
		okAs("POP3");
		assertEquals(LeaveOnServer.ALWAYS, saved(imap.id()));
		edit();
		robot.setChecked(AccountMessages.leaveOnServer, false);
		robot.waitUntil("warning", () -> robot.shows(AccountMessages.deletesWarning));
		assertEquals("14", robot.textOf(AccountMessages.daysOnServer));
		robot.type(AccountMessages.daysOnServer, "0");
		pictureWithKeys("account-edit-pop3");
		okAs("Emptied");
		assertEquals(LeaveOnServer.UNTIL_STORED, saved(imap.id()));
		edit();
		assertEquals("0", robot.textOf(AccountMessages.daysOnServer));
		robot.setChecked(AccountMessages.leaveOnServer, true);
		okAs("Left");
		assertEquals(LeaveOnServer.ALWAYS, saved(imap.id()));
	}

	private void edit() {
		robot.clickTool(AccountMessages.edit);
		robot.useShell(AccountMessages.editTitle);
	}

	/** The name tells that the list shows the account as it was saved. */
	private void okAs(String name) {
		robot.type(AccountMessages.accountName, name);
		robot.click(IDialogConstants.OK_LABEL);
		robot.waitUntilClosed(AccountMessages.editTitle);
		robot.useShell(WINDOW);
		robot.waitUntil("the account " + name, () -> robot.rows(AccountMessages.tableName).getFirst().getFirst().startsWith(name + " ("));
	}

	private LeaveOnServer saved(AccountId id) {
		return services.accounts.find(id).orElseThrow().endpoint(Direction.RECEIVE).orElseThrow().leaveOnServer();
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
