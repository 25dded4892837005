package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.app.internal.LaunchOptions;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.idp.IdpUser;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.health.HealthMessages;
import org.postkontor.ui.internal.provider.ProviderMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.demo.BrowserPerson;
import org.postkontor.ui.tests.demo.ExampleBundle;
import org.postkontor.ui.tests.demo.RealProduct;

/** A third party's provider is added to the product that runs: real providers, sign-ins and accounts; servers and mails are fakes. */
class InstalledProviderScenarioTest extends WorkbenchScenario {
	private static final TestAuthority AUTHORITY = TestAuthority.create();
	/** For real encryption and a real provider, on a busy computer. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final String ANNA = "anna.muster@mail.example.org";
	private static final String PASSWORD = "annas-password";

	@TempDir
	Path folder;
	private final String label = "de".equals(Locale.getDefault().getLanguage()) ? "Beispielpost" : "Example Mail";
	private final List<AutoCloseable> opened = new ArrayList<>();
	private IdentityProvider idp;
	private RealProduct product;
	private BrowserPerson anna;

	@Override
	void prepare() throws Exception {
		idp = new IdentityProvider(AUTHORITY).add(IdpUser.of(ANNA, PASSWORD)).add(new IdpClient(ExampleBundle.CLIENT, Optional.empty(), Set.of(), true));
		opened.add(idp);
		anna = new BrowserPerson(ANNA, PASSWORD);
		LaunchOptions options = new LaunchOptions(Optional.of(folder.resolve("home")), Optional.empty(), Optional.of(AUTHORITY.writeCaPem(folder.resolve("ca.pem"))));
		product = new RealProduct(PlatformUI.getWorkbench(), options,
				made -> new UiServices(made.accounts(), services.all.presets(), made.broker(), made.providers(), made.vault(), services.discovery,
						services.check, services.outbox, services.inbox, made.reader(), made.texts(), made.branding(), anna, made.signIns(), made.consents(),
						made.guides(), services.times, made.clock(), made.pages(), made.draftReader(), made.sendingPreferences(), made.transmissionLog(), services.loaded));
		opened.add(product);
	}

	@Override
	void cleanUp() throws Exception {
		forgetOpenedPage();
		for (AutoCloseable each : opened.reversed()) {
			each.close();
		}
	}

	@Test
	void isOfferedByTheWizardAndTheListAndSignsInAsSoonAsItIsInstalled() throws Exception {
		assertTrue(providers().stream().noneMatch(row -> row.get(0).equals(label)));
		ExampleBundle example = new ExampleBundle(folder, idp.issuer());
		opened.add(example);
		toProviders();
		assertEquals(List.of(label, NLS.bind(ProviderMessages.suppliedBy, ExampleBundle.NAME)), robot.rows(ProviderMessages.providers).get(0));
		assertArrayEquals(ownIcon(), robot.icon(ProviderMessages.providers, 0).data);
		robot.screenshot(picture("provider-installed"));
		signIn();
		Account saved = product.services().accounts().accounts().getFirst();
		assertEquals(Set.of(ExampleBundle.MAIL), saved.endpoints().stream().map(e -> e.auth().provider()).collect(Collectors.toSet()));
		assertTrue(saved.endpoints().stream().map(Endpoint::auth).allMatch(auth -> auth.session().isPresent()));
		assertEquals(idp.issuer(), product.services().broker().session(saved.endpoints().getFirst().auth()).orElseThrow().issuer());
		List<List<String>> listed = providers();
		assertTrue(listed.contains(List.of(label, HealthMessages.kindOauth, NLS.bind(HealthMessages.delivered, ExampleBundle.NAME))), listed::toString);
		opened.remove(example);
		example.close();
		assertTrue(providers().stream().noneMatch(row -> row.get(0).equals(label)));
	}

	/** As the example's bundle has it. */
	private static byte[] ownIcon() {
		return WORKBENCH.workbench().display().syncCall(() -> {
			Image image = ResourceLocator.imageDescriptorFromBundle(ExampleBundle.NAME, "icons/example.svg").orElseThrow().createImage();
			try {
				return image.getImageData(100).data;
			} finally {
				image.dispose();
			}
		});
	}

	private void toProviders() {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, ANNA);
		robot.click(WizardMessages.next);
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		robot.clickLink(WizardMessages.otherProvider);
		robot.waitUntil("the list", () -> !robot.rows(ProviderMessages.providers).isEmpty());
	}

	private void signIn() throws Exception {
		robot.selectRow(ProviderMessages.providers, 0);
		robot.waitUntil("next", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightSend));
		robot.click(SignInMessages.signIn);
		assertEquals(200, anna.seen().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status());
		Wait.until("signed in", () -> robot.isEnabled(WizardMessages.finish), PATIENCE);
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
		robot.useShell(WINDOW);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
	}

	/** What the page about sign-ins lists now. */
	private List<List<String>> providers() {
		openPreferences(UiIds.SIGN_INS_PAGE);
		String title = JFaceResources.getString("PreferenceDialog.title");
		robot.useShell(title);
		robot.waitUntil("the providers", () -> !robot.rows(HealthMessages.providersName).isEmpty());
		List<List<String>> rows = robot.rows(HealthMessages.providersName);
		robot.click(JFaceResources.getString("cancel"));
		robot.waitUntilClosed(title);
		robot.useShell(WINDOW);
		return rows;
	}
}
