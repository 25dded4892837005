package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.health.HealthMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.reminder.SnoozeTime;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** The list of sign-ins, in its view and on its preference page. */
class SignInsScenarioTest extends WorkbenchScenario {
	private static final String ANNA = "anna.berg@kanzlei.test";

	@Override
	void prepare() {
		onDisplay(() -> {
			try {
				PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(UiIds.SIGN_INS_VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	@Override
	void cleanUp() {
		services.reset();
		forgetOpenedPage();
		onDisplay(() -> {
			try {
				PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(UiIds.INBOX_VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	@Test
	void saysWhatAnEmptyListIsFor() {
		robot.waitUntil("the empty list", () -> robot.shows(HealthMessages.emptyHint));
	}

	@Test
	void showsSortsAndFiltersTheSignIns() {
		fourSignIns();
		assertEquals(List.of("paul.weber@kanzlei.test", ANNA), who().subList(0, 2), "what needs somebody comes first");
		robot.selectRow(HealthMessages.tableName, 1);
		robot.waitUntil("details", () -> robot.shows(HealthMessages.reasonFrequency));
		robot.screenshot(picture("sign-ins"));
		robot.sortBy(HealthMessages.tableName, HealthMessages.columnWho);
		assertEquals(ANNA, who().get(0));
		robot.sortBy(HealthMessages.tableName, HealthMessages.columnWho);
		assertEquals("paul.weber@kanzlei.test", who().get(0));
		robot.type(HealthMessages.filter, "frist");
		robot.waitUntil("one of them", () -> who().equals(List.of("frist@kanzlei.test")));
		robot.type(HealthMessages.filter, "niemand");
		robot.waitUntil("nothing", () -> robot.shows(NLS.bind(HealthMessages.nothingFound, "niemand")));
		robot.type(HealthMessages.filter, "");
	}

	@Test
	void signsInAgainAndAsSomebodyElse() {
		Account account = services.signedInAccount(ANNA);
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), account);
		reload(1);
		signIn(HealthMessages.signInAgain);
		assertEquals(UserChoice.AGAIN, services.broker.userChoices().getLast());
		robot.waitUntil("the entry", () -> who().size() == 1);
		signIn(HealthMessages.signInOther);
		assertEquals(UserChoice.SELECT, services.broker.userChoices().getLast());
	}

	@Test
	void signsOutAllAccountsOfTheIdentity() {
		Account account = services.signedInAccount(ANNA);
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), account);
		reload(1);
		robot.clickTool(HealthMessages.signOut);
		robot.useShell(HealthMessages.signOut);
		robot.waitUntil("the consequence", () -> robot.shows(NLS.bind(HealthMessages.signOutQuestion, ANNA, ANNA)));
		robot.screenshot(picture("sign-out"));
		robot.click(IDialogConstants.YES_LABEL);
		robot.useShell(WINDOW);
		robot.waitUntil("the empty list", () -> robot.shows(HealthMessages.emptyHint));
		assertTrue(services.accounts.find(account.id()).orElseThrow().endpoints().stream().allMatch(e -> e.auth().session().isEmpty()));
	}

	@Test
	void saysThatTheProviderDidNotConfirmTheSignOutAndOpensItsPage() {
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), services.signedInAccount(ANNA));
		services.signIns.leaveUnconfirmed(Samples.notRevoked(ANNA));
		reload(1);
		robot.clickTool(HealthMessages.signOut);
		robot.useShell(HealthMessages.signOut);
		robot.click(IDialogConstants.YES_LABEL);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("what was not confirmed", () -> robot.shows("auth.not-revoked"));
		robot.screenshot(picture("sign-out-unconfirmed"));
		robot.click(services.texts.action(Samples.notRevoked(ANNA), Locale.getDefault()));
		robot.waitUntil("the provider's page", () -> services.browser.opened().equals(List.of(URI.create(Samples.ACCESS_PAGE))));
		robot.useShell(WINDOW);
		robot.waitUntil("the empty list", () -> robot.shows(HealthMessages.emptyHint));
	}

	@Test
	void showsProvidersVaultAndSignInsOnItsPage() {
		services.vault.state(TokenVault.State.SESSION_ONLY);
		services.providers.leaveOut(Problem.of("auth.provider-invalid", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.NONE).with("provider", "beispiel"));
		services.providers.stop("password", Problem.of("auth.provider-not-served", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.REPORT).detail("kind", "password"));
		fourSignIns();
		openPage();
		robot.waitUntil("the sign-ins", () -> who().size() == 4);
		robot.waitUntil("the warning", () -> robot.shows(HealthMessages.vaultSessionOnly));
		List<List<String>> providers = robot.rows(HealthMessages.providersName);
		assertEquals(HealthMessages.product, providers.get(0).get(2));
		assertTrue(providers.get(1).get(2).contains("auth.provider-not-served"), providers.get(1)::toString);
		assertTrue(robot.textOf(HealthMessages.originColumn).contains("auth.provider-not-served") && robot.textOf(HealthMessages.originColumn).endsWith("kind: password"));
		assertEquals(NLS.bind(HealthMessages.deliveredReplaces, "com.example.mail", "webmail"), providers.get(2).get(2));
		assertEquals(NLS.bind(HealthMessages.leftOut, "beispiel"), providers.get(3).get(0));
		robot.screenshot(picture("sign-ins-page"));
	}

	@Test
	void bringsBackRemindersByRestoringDefaults() {
		services.times.snooze("oauth " + ANNA, SnoozeTime.SESSION);
		openPage();
		robot.click(JFaceResources.getString("defaults"));
		robot.waitUntil("the reminders", () -> !services.times.anySnoozed());
		assertFalse(services.times.isSnoozed("oauth " + ANNA));
	}

	private void fourSignIns() {
		Account anna = services.signedInAccount(ANNA);
		Account office = services.signedInAccount("buero@kanzlei.test");
		Account paul = services.signedInAccount("paul.weber@kanzlei.test");
		services.signIns.add(ANNA, Verdict.VALID, Optional.of(new ForeseeableEnd(services.clock.instant().plus(Duration.ofDays(5)), Reason.FREQUENCY)), anna, office);
		services.signIns.add("buero@kanzlei.test", Verdict.VALID,
				Optional.of(new ForeseeableEnd(services.clock.instant().plus(Duration.ofDays(80)), Reason.UNUSED)), office);
		services.signIns.add("frist@kanzlei.test", Verdict.UNKNOWN, Optional.empty());
		services.signIns.add("paul.weber@kanzlei.test", Verdict.INVALID, Optional.empty(), paul);
		reload(4);
	}

	/** Fakes of stored sign-ins tell nobody: the broker does. */
	private void reload(int expected) {
		services.broker.changed();
		robot.waitUntil(expected + " sign-ins", () -> who().size() == expected);
	}

	private List<String> who() {
		return robot.rows(HealthMessages.tableName).stream().map(row -> row.get(0)).toList();
	}

	private void signIn(String action) {
		robot.selectRow(HealthMessages.tableName, 0);
		robot.clickTool(action);
		robot.useShell(SignInMessages.title);
		robot.click(SignInMessages.signIn);
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		robot.useShell(WINDOW);
	}

	private void openPage() {
		openPreferences(UiIds.SIGN_INS_PAGE);
		robot.useShell(JFaceResources.getString("PreferenceDialog.title"));
	}

	private static void onDisplay(Runnable task) {
		Display display = WORKBENCH.workbench().display();
		display.syncExec(task);
	}
}
