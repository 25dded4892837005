package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.auth.TokenVault;
import org.postkontor.check.CheckTexts;
import org.postkontor.message.Draft;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.check.CheckMessages;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.demo.BrowserPerson;
import org.postkontor.ui.tests.demo.DemoFolder;
import org.postkontor.ui.tests.demo.RealProduct;

/** The whole way on real services and real protocols: from an address to a mail that was sent, and to one that came. */
abstract class FirstMailScenario extends WorkbenchScenario {
	private final String property;
	private final String address;
	private final String recipient;

	@TempDir
	Path folder;
	private BrowserPerson anna;
	private Optional<RealProduct> product = Optional.empty();

	/**
	 * @param property that names the folder of the world, {@link DemoFolder#DEMO} or {@link DemoFolder#REAL}
	 * @param domain   of its people
	 */
	FirstMailScenario(String property, String domain) {
		this.property = property;
		address = "anna.muster@" + domain;
		recipient = "bert.beispiel@" + domain;
	}

	/** Called at places worth a picture. */
	void show(String name) throws Exception {
	}

	@Override
	void prepare() throws Exception {
		DemoFolder world = DemoFolder.named(property);
		anna = new BrowserPerson(address, world.password(address));
		product = Optional.of(new RealProduct(PlatformUI.getWorkbench(), world, folder.resolve("home"), anna));
	}

	@Override
	void cleanUp() throws Exception {
		if (product.isPresent()) {
			product.get().close();
		}
	}

	@Test
	void setsAnAccountUpTestsItSendsAMailAndReceivesOne() throws Exception {
		robot.waitUntil("no account", () -> robot.shows(AccountMessages.empty));
		setUp();
		Account saved = real().services().accounts().accounts().get(0);
		assertTrue(saved.endpoints().stream().allMatch(e -> e.auth().session().isPresent()));
		assertSame(TokenVault.State.ENCRYPTED, real().services().vault().state());
		send("Guten Tag aus dem Postkontor");
		OutboxEntry sent = real().services().outbox().entries().get(0);
		assertEquals(List.of(recipient), sent.envelope().recipients());
		assertTrue(List.of(MailState.SENT, MailState.FILED).contains(sent.state()));
		robot.useShell(WINDOW);
		robot.waitUntil("a sign-in in the list", () -> robot.rows(AccountMessages.tableName).stream().anyMatch(r -> r.get(1).startsWith(AccountMessages.stateSignedIn)));
		mailShowsUpByItself(saved);
	}

	/** Nobody presses a button: the server tells the window. */
	private void mailShowsUpByItself(Account account) throws Exception {
		String subject = "Wiedervorlage";
		Draft draft = new Draft(address, List.of(address), List.of(), List.of(), subject, "Heute.", List.of());
		real().services().outbox().submit(account.id(), draft, SendOptions.NOW, null);
		robot.waitUntil("the mail in the inbox", () -> robot.rows(InboxMessages.tableName).stream().anyMatch(r -> r.contains(subject)));
	}

	private void setUp() throws Exception {
		robot.clickLink(AccountMessages.newAccount);
		robot.useShell(WizardMessages.windowTitle);
		robot.type(WizardMessages.address, address);
		robot.type(WizardMessages.yourName, "Anna Muster");
		show("wizard-address");
		robot.click(WizardMessages.next);
		robot.waitUntil("settings", () -> robot.isEnabled(WizardMessages.next));
		show("wizard");
		robot.click(WizardMessages.next);
		robot.waitUntil("rights", () -> robot.shows(SignInMessages.rightReceive));
		show("wizard-sign-in");
		robot.click(SignInMessages.signIn);
		assertEquals(200, anna.seen().get(30, TimeUnit.SECONDS).status());
		robot.waitUntil("signed in", () -> robot.isEnabled(WizardMessages.next));
		robot.click(WizardMessages.next);
		robot.waitUntil("account test", () -> robot.shows(CheckMessages.allPassed) && robot.isEnabled(WizardMessages.next));
		show("account-test");
		robot.selectTreeItem(CheckMessages.treeName, new CheckTexts().label("receive.connect", Locale.getDefault()));
		robot.waitUntil("the whole result", () -> robot.shows("127.0.0.1:"));
		robot.click(WizardMessages.next);
		robot.setChecked(WizardMessages.writeFirst, true);
		robot.click(WizardMessages.finish);
		robot.waitUntilClosed(WizardMessages.windowTitle);
	}

	private void send(String subject) {
		robot.useShell(ComposeMessages.title);
		robot.type(ComposeMessages.to, recipient);
		robot.type(ComposeMessages.subject, subject);
		robot.type(ComposeMessages.text, "Guten Tag,\n\ndie erste Mail aus dem neuen Konto.\n");
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.title);
		robot.useShell(WINDOW);
		List<String> gone = List.of(OutboxMessages.sent, OutboxMessages.filed);
		robot.waitUntil("the mail is sent", () -> robot.rows(OutboxMessages.tableName).stream().anyMatch(r -> gone.contains(r.get(0)) && r.contains(subject)));
	}

	private RealProduct real() {
		return product.orElseThrow();
	}
}
