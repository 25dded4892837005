package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.check.CheckTexts;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.check.CheckMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** The account wizard from the address to the saved account. */
class WizardScenarioTest extends WorkbenchScenario {
	private static final String BACK = WizardMessages.back;

	@Test
	void setsUpAnAccountThatSignsInWithTheBrowser() {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "anna.berg@kanzlei.test");
		robot.type(WizardMessages.yourName, "Anna Berg");
		robot.click(WizardMessages.next);
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightReceive));
		robot.click(SignInMessages.signIn);
		robot.waitUntil("a link", () -> robot.shows("http://127.0.0.1:1/login"));
		services.broker.finishInBrowser();
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("test passed", () -> robot.shows(CheckMessages.allPassed));
		List<String> expected = Stream.of("receive", "receive.connect", "receive.tls", "receive.sign-in", "send", "send.connect", "send.tls", "send.sign-in")
				.map(id -> new CheckTexts().label(id, Locale.getDefault())).toList();
		assertEquals(expected, robot.treeItems(CheckMessages.treeName));
		robot.click(WizardMessages.next);
		robot.waitUntil("summary", () -> robot.shows("imap.kanzlei.test"));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		Account saved = services.accounts.accounts().get(0);
		assertEquals("Anna Berg", saved.senderName());
		assertTrue(saved.endpoints().stream().allMatch(e -> e.auth().session().isPresent()));
		robot.useShell(WINDOW);
		robot.waitUntil("the account in the list", () -> robot.rows(AccountMessages.tableName).size() == 1);
	}

	@Test
	void goesBackToAnotherAddressAndLooksAgain() {
		openWith("anna.berg@kanzlei.test");
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		int before = services.discovery.timesAsked();
		robot.click(BACK);
		robot.type(WizardMessages.address, "buero@verwaltung.test");
		robot.click(WizardMessages.next);
		robot.waitUntil("other servers", () -> robot.shows("imap.verwaltung.test"));
		assertEquals(before + 1, services.discovery.timesAsked());
	}

	@Test
	void asksForTheHostsOfAnUntrustedSource() {
		openWith("info@fremd.test");
		String confirm = NLS.bind(WizardMessages.confirmHosts, "imap.fremd.test, smtp.fremd.test");
		robot.waitUntil("question about the hosts", () -> robot.shows(confirm));
		assertFalse(robot.isEnabled(WizardMessages.next));
		robot.setChecked(confirm, true);
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
	}

	@Test
	void letsEnterServersByHandWhereNothingIsKnown() {
		openWith("info@unbekannt.test");
		robot.waitUntil("nothing found", () -> robot.shows(NLS.bind(WizardMessages.notFound, "info@unbekannt.test")));
		assertFalse(robot.isEnabled(WizardMessages.next));
	}

	@Test
	void asksAgainForAWrongPassword() {
		openWith("buero@verwaltung.test");
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("password", () -> robot.shows(SignInMessages.passwordIntro));
		robot.type(SignInMessages.password, "falsch");
		pictureWithKeys("wizard-password");
		robot.click(SignInMessages.signIn);
		robot.waitUntil("wrong", () -> robot.shows(SignInMessages.passwordWrong));
		robot.type(SignInMessages.password, "richtig");
		robot.click(SignInMessages.signIn);
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.next));
	}

	@Test
	void leavesNothingBehindWhenCancelledAfterTheSignIn() {
		openWith("anna.berg@kanzlei.test");
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.next));
		assertEquals(1, services.broker.sessionIds().size());
		robot.click(WizardMessages.cancel);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		robot.waitUntil("the sign-in is gone", () -> services.broker.sessionIds().isEmpty());
		assertEquals(List.of(), services.accounts.accounts());
	}

	@Test
	void staysOpenWhenTheAccountCannotBeSaved() {
		openWith("anna.berg@kanzlei.test");
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("finish", () -> robot.isEnabled(WizardMessages.finish));
		services.accounts.failNextSave(Samples.diskFull());
		robot.click(WizardMessages.finish);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("problem", () -> robot.shows("storage.disk-full"));
		robot.click(ProblemMessages.close);
		robot.useShell(WizardMessages.windowTitle);
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(1, services.accounts.accounts().size());
	}

	@Test
	void setsUpAPop3AccountThatKeepsItsMailsOnTheServerForAWeek() {
		openWith("anna.berg@kanzlei.test");
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		assertFalse(robot.shows(AccountMessages.leaveOnServer), "IMAP always leaves them");
		robot.choose(WizardMessages.proposals, "Kanzlei Mail (POP3) – POP3 pop3.kanzlei.test, SMTP smtp.kanzlei.test");
		robot.waitUntil("POP3", () -> robot.shows(AccountMessages.leaveOnServer));
		robot.setChecked(AccountMessages.leaveOnServer, false);
		robot.type(AccountMessages.daysOnServer, "7");
		pictureWithKeys("wizard-pop3");
		robot.click(WizardMessages.next);
		robot.waitUntil("password", () -> robot.shows(SignInMessages.passwordIntro));
		robot.type(SignInMessages.password, "richtig");
		robot.click(SignInMessages.signIn);
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(LeaveOnServer.days(7), services.accounts.accounts().get(0).endpoint(Direction.RECEIVE).orElseThrow().leaveOnServer());
	}

	private void openWith(String address) {
		robot.menu(AppMessages.menuFile, AppMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, address);
		robot.click(WizardMessages.next);
	}
}
