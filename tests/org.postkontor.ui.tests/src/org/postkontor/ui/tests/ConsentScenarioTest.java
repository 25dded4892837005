package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.consent.ConsentMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** Consent that only an administrator can give. */
class ConsentScenarioTest extends WorkbenchScenario {
	private final Account account = Samples.account("anna.berg@kanzlei.test");

	@Test
	void leadsFromTheProblemToTheLetterAndWaitsForTheConsent() {
		fromTheProblem();
		pictureWithKeys("consent");
		robot.click(ConsentMessages.ask);
		robot.waitUntil("letter", () -> robot.shows("adminconsent?client_id=buero"));
		pictureWithKeys("consent-letter");
		robot.click(ConsentMessages.writeMail);
		robot.waitUntil("mail program", () -> services.browser.opened().stream().anyMatch(l -> l.getScheme().equals("mailto")));
		robot.click(ConsentMessages.asked);
		robot.waitUntil("pending", () -> robot.shows(ConsentMessages.pending));
		pictureWithKeys("consent-pending");
		assertEquals(List.of(account.id()), services.consents.pending().stream().map(Pending::account).toList());
		robot.click(ProblemMessages.close);
		robot.waitUntilClosed(SignInMessages.title);
	}

	@Test
	void signsInAfterTheAdministratorInFrontAgreed() {
		fromTheProblem();
		robot.click(ConsentMessages.grant);
		robot.waitUntil("the page", () -> robot.shows("adminconsent?client_id=buero"));
		services.consents.decide(true);
		robot.waitUntil("granted", () -> robot.isEnabled(ConsentMessages.signIn));
		robot.click(ConsentMessages.signIn);
		robot.useShell(SignInMessages.title);
		robot.waitUntil("the sign-in goes on", () -> robot.shows("http://127.0.0.1:1/login"));
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
	}

	@Test
	void changesNothingWhenTheAdministratorDeclines() {
		fromTheProblem();
		robot.click(ConsentMessages.grant);
		services.consents.decide(false);
		robot.waitUntil("declined", () -> robot.shows(ConsentMessages.notGranted));
		assertTrue(services.consents.pending().isEmpty() && !robot.isEnabled(ConsentMessages.signIn));
	}

	@Test
	void savesTheNewAccountOfTheWizardAndClosesIt() {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "anna.berg@kanzlei.test");
		robot.click(WizardMessages.next);
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.clickLink(SignInMessages.consent);
		robot.useShell(ConsentMessages.title);
		robot.click(ConsentMessages.ask);
		robot.click(ConsentMessages.asked);
		robot.waitUntil("pending", () -> robot.shows(ConsentMessages.pending));
		robot.click(ProblemMessages.close);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(services.accounts.accounts().get(0).id(), services.consents.pending().get(0).account());
	}

	private void fromTheProblem() {
		services.broker.failNextSignIn(Samples.needing(Remedy.ASK_ADMINISTRATOR));
		robot.waitUntil("no account of another test", () -> robot.shows(AccountMessages.empty));
		services.save(account);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.signIn);
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.click(services.texts.action(Samples.needing(Remedy.ASK_ADMINISTRATOR), java.util.Locale.getDefault()));
		robot.useShell(ConsentMessages.title);
		robot.waitUntil("rights", () -> robot.isEnabled(ConsentMessages.ask));
	}
}
