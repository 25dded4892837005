package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.ui.internal.account.AccountMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.prompt.PromptMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.fakes.FakeBroker;
import org.postkontor.ui.tests.fakes.Samples;

/** The ladder of a sign-in: browser, link, code on another device, pasted address; and somebody else signing in. */
class SignInScenarioTest extends WorkbenchScenario {
	private static final String ADDRESS = "anna.berg@kanzlei.test";

	@Test
	void saysWhatToDoInTheBrowserAndGoesOnByItself() {
		start(Samples.account(ADDRESS));
		robot.waitUntil("what to do", () -> robot.shows(PromptMessages.browserSteps) && robot.shows(PromptMessages.linkHint));
		pictureWithKeys("sign-in-browser");
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		robot.waitUntil("saved", () -> isSignedIn());
	}

	@Test
	void saysThatNoBrowserCouldBeOpened() {
		services.browser.remove();
		start(Samples.account(ADDRESS));
		robot.waitUntil("the link", () -> robot.shows(PromptMessages.noBrowser) && robot.shows("http://127.0.0.1:1/login"));
		pictureWithKeys("sign-in-no-browser");
	}

	@Test
	void switchesToACodeOnAnotherDeviceAndBack() {
		start(Samples.account(ADDRESS));
		robot.click(PromptMessages.wayCode);
		robot.waitUntil("the code", () -> robot.shows("WDJB-MJHT"));
		pictureWithKeys("sign-in-code");
		robot.click(PromptMessages.wayBrowser);
		robot.waitUntil("the link", () -> robot.shows("http://127.0.0.1:1/login"));
		robot.click(PromptMessages.wayCode);
		robot.waitUntil("the code", () -> robot.shows("WDJB-MJHT"));
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
	}

	@Test
	void takesThePastedAddressAndRefusesAnotherOne() {
		start(Samples.account(ADDRESS));
		robot.click(PromptMessages.wayPaste);
		robot.type(PromptMessages.pasteLabel, "https://login.kanzlei.test/");
		robot.click(PromptMessages.pasteUse);
		robot.waitUntil("what is wrong", () -> robot.shows(PromptMessages.pasteWrong));
		pictureWithKeys("sign-in-paste");
		robot.type(PromptMessages.pasteLabel, FakeBroker.PASTED);
		robot.click(PromptMessages.pasteUse);
		robot.waitUntilClosed(SignInMessages.title);
	}

	@Test
	void asksForTheSecretOfTheApplicationByItsNameAndAgainIfItIsWrong() {
		services.broker.wantClientSecret();
		start(Samples.account(ADDRESS));
		String intro = NLS.bind(SignInMessages.clientSecretIntro, "buero", "https://login.kanzlei.test");
		robot.waitUntil("what is asked for", () -> robot.shows(intro));
		assertTrue(robot.shows(SignInMessages.clientSecretShow));
		assertFalse(robot.shows(SignInMessages.show));
		robot.type(SignInMessages.clientSecret, "falsch");
		pictureWithKeys("sign-in-client-secret");
		robot.click(SignInMessages.signIn);
		robot.waitUntil("asked again", () -> robot.shows(NLS.bind(SignInMessages.clientSecretWrong, "buero", "https://login.kanzlei.test")));
		robot.type(SignInMessages.clientSecret, "geheim");
		robot.click(SignInMessages.signIn);
		robot.waitUntil("the browser", () -> robot.shows("http://127.0.0.1:1/login"));
		assertFalse(robot.shows(SignInMessages.clientSecret));
	}

	@Test
	void canBeCancelledWhileItWaits() {
		start(Samples.account(ADDRESS));
		robot.waitUntil("waiting", () -> robot.isEnabled(SignInMessages.cancel));
		robot.click(SignInMessages.cancel);
		robot.waitUntil("cancelled", () -> robot.shows(SignInMessages.cancelled) && robot.isEnabled(SignInMessages.signIn));
		assertFalse(robot.shows("http://127.0.0.1:1/login"));
	}

	@Test
	void saysThatAnAccountWhichOnlySendsIsNotRead() {
		Account account = Samples.account(ADDRESS);
		start(account.with(List.of(account.endpoint(Direction.SEND).orElseThrow())), () -> {
			robot.waitUntil("no reading", () -> robot.shows(SignInMessages.sendOnly));
			pictureWithKeys("sign-in-send-only");
		});
		robot.waitUntil("asked", () -> services.broker.askedFor().equals(Set.of(Direction.SEND)));
	}

	@Test
	void remembersAnAliasIfThePersonSaysSo() {
		services.broker.signInAs(new OtherUser(ADDRESS, List.of("a.berg@kanzlei.test", "anna@kanzlei.test"), false));
		start(Samples.account(ADDRESS));
		services.broker.finishInBrowser();
		robot.useShell(PromptMessages.otherTitle);
		robot.waitUntil("both names", () -> robot.shows(ADDRESS) && robot.shows("a.berg@kanzlei.test"));
		pictureWithKeys("other-user");
		robot.click(PromptMessages.otherAlias);
		robot.click(PromptMessages.otherGoOn);
		robot.waitUntilClosed(SignInMessages.title);
		assertEquals(Optional.of(UserDecision.REMEMBER_ALIAS), services.broker.decision());
	}

	@Test
	void offersAnotherUserFirstAndNoOtherAddressWhenTheUserBehindTheNameChanged() {
		services.broker.signInAs(new OtherUser(ADDRESS, List.of(ADDRESS), true));
		start(Samples.account(ADDRESS));
		services.broker.finishInBrowser();
		robot.useShell(PromptMessages.otherTitle);
		robot.waitUntil("explanation", () -> robot.shows(PromptMessages.otherAliasChangedHint));
		pictureWithKeys("other-user-changed");
		assertFalse(robot.shows(PromptMessages.otherChange));
		robot.click(PromptMessages.otherGoOn);
		robot.waitUntilClosed(SignInMessages.title);
		assertEquals(Optional.of(UserDecision.CHOOSE_ANOTHER), services.broker.decision());
	}

	@Test
	void endsWithoutADecisionAboutAnotherUser() {
		services.broker.signInAs(new OtherUser(ADDRESS, List.of("a.berg@kanzlei.test"), false));
		start(Samples.account(ADDRESS));
		services.broker.finishInBrowser();
		robot.useShell(PromptMessages.otherTitle);
		robot.click(PromptMessages.cancel);
		robot.useShell(SignInMessages.title);
		robot.waitUntil("cancelled", () -> robot.shows(SignInMessages.cancelled));
		assertTrue(services.broker.sessionIds().isEmpty());
	}

	@Test
	void namesForeignServersAndGoesOnOnlyIfThePersonApprovesThem() {
		services.broker.leadTo(new ForeignHosts("Beispiel-Mail", ADDRESS, List.of("imap.anderswo.test", "smtp.anderswo.test")));
		start(Samples.account(ADDRESS));
		robot.useShell(PromptMessages.hostsTitle);
		robot.waitUntil("both servers", () -> robot.shows("imap.anderswo.test\nsmtp.anderswo.test"));
		robot.screenshot(picture("foreign-hosts"));
		robot.click(PromptMessages.hostsRefuse);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("the problem", () -> robot.shows("auth.foreign-host"));
		assertTrue(services.broker.sessionIds().isEmpty());
		robot.click(ProblemMessages.close);
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		robot.useShell(PromptMessages.hostsTitle);
		robot.click(PromptMessages.hostsApprove);
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		robot.waitUntil("saved", () -> isSignedIn());
	}

	private void start(Account account) {
		start(account, () -> {
		});
	}

	private void start(Account account, Runnable before) {
		robot.waitUntil("no account of another test", () -> robot.shows(AccountMessages.empty));
		services.save(account);
		robot.waitUntil("the account", () -> robot.rows(AccountMessages.tableName).size() == 1);
		robot.clickTool(AccountMessages.signIn);
		robot.useShell(SignInMessages.title);
		before.run();
		robot.click(SignInMessages.signIn);
	}

	private boolean isSignedIn() {
		return services.accounts.accounts().get(0).endpoints().stream().allMatch(e -> e.auth().session().isPresent());
	}
}
