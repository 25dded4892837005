package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.check.CheckMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** A sign-in service that a mail server names in the account test: shown, and used only when the person says so. */
class NamedIssuerScenarioTest extends WorkbenchScenario {
	private static final String ISSUER = "https://anmeldung.kanzlei.test/buero&co";

	@Test
	void showsWhoNamesWhatAndWhatUsingItMeansAndChangesNothingWhenCancelled() {
		Account account = openTest();
		askAbout();
		robot.waitUntil("who and what", () -> robot.shows("smtp.kanzlei.test") && robot.shows(ISSUER));
		robot.screenshot(picture("named-issuer"));
		assertEquals(CheckMessages.issuerCancel, defaultButton());
		robot.click(CheckMessages.issuerCancel);
		robot.useShell(CheckMessages.title);
		assertEquals(List.of(account), services.accounts.accounts());
		assertEquals(List.of(), services.broker.userChoices());
	}

	@Test
	void escapeAlsoChangesNothing() {
		Account account = openTest();
		askAbout();
		robot.traverse(SWT.TRAVERSE_ESCAPE);
		robot.useShell(CheckMessages.title);
		assertEquals(List.of(account), services.accounts.accounts());
		assertEquals(List.of(), services.broker.userChoices());
	}

	@Test
	void signsInThereSavesTheAccountAndTestsItAgainAfterTheApproval() {
		Account before = openTest();
		askAbout();
		robot.click(CheckMessages.issuerUse);
		signIn();
		robot.useShell(CheckMessages.title);
		robot.waitUntil("test passed", () -> robot.shows(CheckMessages.allPassed));
		robot.waitUntil("saved", () -> ISSUER.equals(sending(services.accounts.accounts().getFirst()).auth().settings().get("issuer")));
		Account after = services.accounts.accounts().getFirst();
		assertEquals(Map.of("issuer", ISSUER), sending(after).auth().settings());
		assertTrue(sending(after).auth().session().isPresent());
		assertEquals(before.endpoint(Direction.RECEIVE), after.endpoint(Direction.RECEIVE), "the other server named nothing");
	}

	@Test
	void anApprovalWithoutASignInChangesNothing() {
		Account account = openTest();
		askAbout();
		robot.click(CheckMessages.issuerUse);
		robot.useShell(SignInMessages.title);
		robot.traverse(SWT.TRAVERSE_ESCAPE);
		robot.useShell(CheckMessages.title);
		assertEquals(List.of(account), services.accounts.accounts());
	}

	@Test
	void theWizardGoesOnWithTheSignInServiceThatWasApproved() {
		services.check.name(ISSUER);
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "anna.berg@kanzlei.test");
		robot.click(WizardMessages.next);
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightReceive));
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("the failure", () -> robot.shows(CheckMessages.somethingFailed));
		askAbout();
		assertEquals(List.of(), services.accounts.accounts());
		robot.click(CheckMessages.issuerUse);
		signIn();
		robot.useShell(WizardMessages.windowTitle);
		robot.waitUntil("test passed", () -> robot.shows(CheckMessages.allPassed));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(ISSUER, sending(services.accounts.accounts().getFirst()).auth().settings().get("issuer"));
	}

	private Account openTest() {
		services.check.name(ISSUER);
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.test);
		robot.useShell(CheckMessages.title);
		robot.waitUntil("the failure", () -> robot.shows(CheckMessages.somethingFailed));
		return account;
	}

	private void askAbout() {
		robot.click(services.texts.action(Samples.signInNeeded(), Locale.getDefault()));
		robot.useShell(CheckMessages.issuerTitle);
	}

	private void signIn() {
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
	}

	private static Endpoint sending(Account account) {
		return account.endpoint(Direction.SEND).orElseThrow();
	}

	private static String defaultButton() {
		AtomicReference<Optional<String>> label = new AtomicReference<>(Optional.empty());
		Display display = WORKBENCH.workbench().display();
		display.syncExec(() -> label.set(Optional.ofNullable(display.getActiveShell()).map(shell -> shell.getDefaultButton().getText())));
		return label.get().orElse("").replace("&", "");
	}
}
