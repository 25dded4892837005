package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.provider.ProviderMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;

/** Choosing the way to sign in; sending only, and receiving later. */
class ProviderScenarioTest extends WorkbenchScenario {
	private static final ProviderDescription THIRD = new ProviderDescription("beispiel", "Beispiel-Anmeldung", "oauth", 5, Set.of(Protocol.values()),
			List.of("kanzlei.test"), List.of(), Optional.of("alt"), "com.example.mail", Map.of());

	@Test
	void showsAProviderThatWasInstalledAMomentAgoAndWhoBringsIt() {
		toSettings();
		services.providers.install(THIRD);
		robot.clickLink(WizardMessages.otherProvider);
		robot.waitUntil("the list", () -> robot.rows(ProviderMessages.providers).size() == 3);
		robot.screenshot(picture("provider"));
		assertEquals(List.of("Beispiel-Anmeldung", NLS.bind(ProviderMessages.suppliedByReplaces, "com.example.mail", "alt")),
				robot.rows(ProviderMessages.providers).get(0));
		robot.selectRow(ProviderMessages.providers, 0);
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightSend));
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("finish", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(Set.of("beispiel"), Set.copyOf(providers()));
	}

	@Test
	void wantsTheAddressOfAnyIssuerBeforeItGoesOn() {
		toSettings();
		robot.clickLink(WizardMessages.otherProvider);
		robot.waitUntil("the list", () -> !robot.rows(ProviderMessages.providers).isEmpty());
		robot.type(ProviderMessages.issuer, "http://login.kanzlei.test");
		robot.waitUntil("mistake", () -> robot.shows(ProviderMessages.issuerWrong));
		assertFalse(robot.isEnabled(WizardMessages.next));
		robot.screenshot(picture("provider-issuer"));
		robot.type(ProviderMessages.issuer, "https://sso.kanzlei.test");
		robot.type(ProviderMessages.clientId, "buero-mail");
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("finish", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals(Map.of("issuer", "https://sso.kanzlei.test", "clientId", "buero-mail"),
				services.accounts.accounts().get(0).endpoints().get(0).auth().settings());
	}

	@Test
	void letsAnApplicationWithASecretSayHowItProvesItself() {
		toSettings();
		robot.clickLink(WizardMessages.otherProvider);
		robot.waitUntil("the list", () -> !robot.rows(ProviderMessages.providers).isEmpty());
		robot.type(ProviderMessages.issuer, "https://sso.kanzlei.test");
		robot.type(ProviderMessages.clientId, "buero-mail");
		robot.choose(ProviderMessages.clientAuth, ProviderMessages.clientAuthPost);
		robot.screenshot(picture("provider-client-auth"));
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("finish", () -> robot.isEnabled(WizardMessages.finish));
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		assertEquals("client_secret_post", services.accounts.accounts().get(0).endpoints().get(0).auth().settings().get("clientAuth"));
	}

	@Test
	void comesByThePageByItselfWhereTheIssuerIsMissing() {
		toSettings();
		services.providers.install(THIRD);
		robot.clickLink(WizardMessages.otherProvider);
		robot.waitUntil("the list", () -> robot.rows(ProviderMessages.providers).size() == 3);
		robot.selectRow(ProviderMessages.providers, 1);
		robot.waitUntil("issuer wanted", () -> robot.shows(ProviderMessages.issuerMissing));
		assertFalse(robot.isEnabled(WizardMessages.next));
	}

	@Test
	void setsUpAnAccountThatOnlySendsAndAddsReceivingLater() {
		toSettings();
		robot.setChecked(WizardMessages.sendOnly, true);
		robot.waitUntil("no receiving server", () -> !robot.shows("imap.kanzlei.test"));
		robot.screenshot(picture("wizard-send-only"));
		robot.click(WizardMessages.next);
		robot.waitUntil("no reading", () -> robot.shows(SignInMessages.sendOnly));
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntil("finish", () -> robot.isEnabled(WizardMessages.finish));
		assertEquals(Set.of(Direction.SEND), services.broker.askedFor());
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		robot.useShell(WINDOW);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.addReceiving.replace("…", "").strip());
		robot.useShell(SignInMessages.title);
		robot.waitUntil("reading", () -> robot.shows(SignInMessages.rightReceive));
		robot.click(SignInMessages.signIn);
		robot.waitUntilClosed(SignInMessages.title);
		robot.waitUntil("saved", () -> services.accounts.accounts().get(0).endpoint(Direction.RECEIVE).isPresent());
		assertEquals(Set.of(Direction.SEND, Direction.RECEIVE), services.broker.askedFor());
	}

	private List<String> providers() {
		return services.accounts.accounts().get(0).endpoints().stream().map(e -> e.auth().provider()).toList();
	}

	private void toSettings() {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, "anna.berg@kanzlei.test");
		robot.click(WizardMessages.next);
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
	}
}
