package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.guide.GuideMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.provider.ProviderMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** Guides to an app password and to the registration of an application. */
class GuideScenarioTest extends WorkbenchScenario {
	@Test
	void showsTheStepsToAnAppPasswordBesideTheField() {
		atThePassword();
		pictureWithKeys("app-password");
		robot.clickLink("konto.verwaltung.test");
		robot.waitUntil("page", () -> services.browser.opened().equals(List.of(URI.create("https://konto.verwaltung.test/sicherheit"))));
	}

	@Test
	void offersTheSignInWithTheBrowserWhereAppPasswordsEnd() {
		atThePassword();
		robot.click(NLS.bind(GuideMessages.instead, "OAuth 2.0"));
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightReceive));
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(List.of("oauth", "oauth"), services.accounts.accounts().get(0).endpoints().stream().map(e -> e.auth().provider()).toList());
	}

	@Test
	void namesTheExactMistakeOfARegistrationAndSavesTheRightOne() {
		services.providers.oauth.misregister(Samples.needing(Remedy.NONE));
		Account account = Samples.account("anna.berg@kanzlei.test");
		openRegistration(account);
		robot.waitUntil("redirect", () -> robot.shows("http://localhost") && robot.shows("SMTP.Send"));
		assertFalse(robot.isEnabled(GuideMessages.apply));
		robot.type(ProviderMessages.clientId, "buero-mail");
		robot.click(GuideMessages.check);
		robot.waitUntil("the mistake", () -> robot.shows("auth.needs-none") && robot.shows("90094"));
		pictureWithKeys("registration");
		List<List<String>> steps = robot.rows(GuideMessages.findings);
		assertEquals(List.of(GuideMessages.stepPassed, GuideMessages.stepPassed), steps.subList(0, 2).stream().map(r -> r.get(1)).toList());
		assertEquals(GuideMessages.stepSkipped, steps.get(5).get(1));
		robot.click(GuideMessages.apply);
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		robot.waitUntil("saved", () -> services.accounts.accounts().get(0).endpoints().stream()
				.allMatch(e -> "buero-mail".equals(e.auth().settings().get("clientId")) && e.auth().session().isPresent()));
		assertEquals("buero-mail", services.providers.oauth.checked().orElseThrow().binding().settings().get("clientId"));
	}

	@Test
	void saysThatARegistrationWorks() {
		openRegistration(Samples.account("anna.berg@kanzlei.test"));
		robot.type(ProviderMessages.clientId, "buero-mail");
		robot.choose(ProviderMessages.clientAuth, ProviderMessages.clientAuthBasic);
		robot.click(GuideMessages.check);
		robot.waitUntil("passed", () -> robot.shows(GuideMessages.checkPassed));
		assertEquals(6, robot.rows(GuideMessages.findings).stream().filter(r -> r.get(1).equals(GuideMessages.stepPassed)).count());
		assertEquals("client_secret_basic", services.providers.oauth.checked().orElseThrow().binding().settings().get("clientAuth"));
	}

	@Test
	void saysWhatIsUnknownAsLongAsNobodySignsIn() {
		services.providers.oauth.leaveUnknown();
		openRegistration(Samples.account("anna.berg@kanzlei.test"));
		robot.type(ProviderMessages.clientId, "buero-mail");
		robot.click(GuideMessages.check);
		robot.waitUntil("no verdict", () -> robot.shows(GuideMessages.checkUnknown));
		robot.screenshot(picture("registration-unknown"));
		assertEquals(List.of(GuideMessages.stepUnknown, GuideMessages.stepUnknown),
				robot.rows(GuideMessages.findings).subList(4, 6).stream().map(r -> r.get(1)).toList());
	}

	private void openRegistration(Account account) {
		services.broker.failNextSignIn(Samples.needing(Remedy.REGISTER_APP));
		robot.waitUntil("no account of another test", () -> robot.shows(AccountMessages.empty));
		services.save(account);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.signIn);
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.click(services.texts.action(Samples.needing(Remedy.REGISTER_APP), Locale.getDefault()));
		robot.useShell(GuideMessages.registerTitle);
	}

	private void atThePassword() {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "buero@verwaltung.test");
		robot.click(WizardMessages.next);
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("steps", () -> robot.shows("Postkontor"));
	}
}
