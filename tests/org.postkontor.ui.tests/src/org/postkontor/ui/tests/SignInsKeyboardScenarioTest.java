package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.auth.UserChoice;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.health.HealthMessages;
import org.postkontor.ui.internal.reminder.ReminderMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.robot.Named;

/** The list of sign-ins without a mouse, and for a screen reader. */
class SignInsKeyboardScenarioTest extends WorkbenchScenario {
	private static final String ANNA = "anna.berg@kanzlei.test";
	private static final String PAUL = "paul.weber@kanzlei.test";

	@Override
	void cleanUp() {
		services.reset();
		display().syncExec(() -> {
			try {
				PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(UiIds.INBOX_VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	@Test
	void isReachedAndMovedInAndItsDetailsAreReached() {
		reach();
		assertTrue(robot.textOf(HealthMessages.detailsName).contains(ANNA));
		robot.press(SWT.NONE, SWT.ARROW_DOWN);
		robot.waitUntil("the details of the second", () -> robot.textOf(HealthMessages.detailsName).contains(PAUL));
		robot.traverse(SWT.TRAVERSE_TAB_NEXT);
		robot.waitUntil("the details", () -> robot.hasKeyboard(HealthMessages.detailsName));
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the list", () -> robot.hasKeyboard(HealthMessages.tableName));
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the search", () -> robot.hasKeyboard(HealthMessages.filterName));
	}

	@Test
	void signsOutAfterAQuestion() {
		reach();
		robot.chooseFromContextMenu(HealthMessages.signOut);
		robot.useShell(HealthMessages.signOut);
		robot.press(SWT.NONE, SWT.CR);
		robot.waitUntilClosed(HealthMessages.signOut);
		robot.useShell(WINDOW);
		robot.waitUntil("the other one", () -> who().equals(List.of(PAUL)));
	}

	@Test
	void signsInAgainWithItsKey() {
		reach();
		robot.press(SWT.MOD1, 'l');
		robot.useShell(SignInMessages.title);
		robot.waitUntil("the button", () -> robot.hasKeyboard(SignInMessages.signIn));
		robot.press(SWT.NONE, ' ');
		services.broker.finishInBrowser();
		robot.waitUntilClosed(SignInMessages.title);
		assertEquals(List.of(UserChoice.AGAIN), services.broker.userChoices());
		robot.useShell(WINDOW);
	}

	@Test
	void putsAReminderOff() {
		services.broker.needs("oauth", ANNA);
		reach();
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the search", () -> robot.hasKeyboard(HealthMessages.filterName));
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the button", () -> robot.hasKeyboard(ReminderMessages.later));
		robot.chooseFrom(ReminderMessages.later, ReminderMessages.hour);
		robot.waitUntil("put off", () -> services.times.isSnoozed("oauth " + ANNA));
	}

	@Test
	void keepsTheKeyboardWhenTheListBecomesEmptyAndFullAgain() {
		reach();
		services.signIns.reset();
		services.broker.changed();
		robot.waitUntil("what to do", () -> robot.shows(HealthMessages.emptyHint) && robot.hasKeyboard(HealthMessages.emptyAction));
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), services.signedInAccount(ANNA));
		services.broker.changed();
		robot.waitUntil("the list", () -> robot.hasKeyboard(HealthMessages.tableName));
	}

	@Test
	void goesFromTheSearchIntoTheList() {
		reach();
		robot.press(SWT.MOD1, 'f');
		robot.waitUntil("the search", () -> robot.hasKeyboard(HealthMessages.filterName));
		robot.typeIntoFocus("paul");
		robot.waitUntil("one", () -> who().equals(List.of(PAUL)));
		robot.press(SWT.NONE, SWT.ARROW_DOWN);
		robot.waitUntil("the list", () -> robot.hasKeyboard(HealthMessages.tableName));
		robot.press(SWT.MOD1, 'f');
		robot.press(SWT.NONE, SWT.ESC);
		robot.waitUntil("both", () -> who().equals(List.of(ANNA, PAUL)));
	}

	@Test
	void hasNamesForAScreenReader() {
		reach();
		for (String name : List.of(HealthMessages.filterName, HealthMessages.tableName, HealthMessages.detailsName)) {
			robot.waitUntil(name, () -> display().syncCall(() -> new Named(name).count(display())) == 1);
		}
	}

	/** By the menu bar, to two sign-ins; the first is selected. */
	private void reach() {
		services.signIns.add(ANNA, Verdict.VALID, Optional.empty(), services.signedInAccount(ANNA));
		services.signIns.add(PAUL, Verdict.VALID, Optional.empty(), services.signedInAccount(PAUL));
		robot.menu(AppMessages.menuView, AppMessages.signIns);
		services.broker.changed();
		robot.waitUntil("both", () -> who().equals(List.of(ANNA, PAUL)));
		assumeKeyboard();
		robot.menu(AppMessages.menuView, AppMessages.signIns); // the list was empty, and could not take the keyboard, when the view opened
		robot.waitUntil("the list", () -> robot.hasKeyboard(HealthMessages.tableName));
	}

	private List<String> who() {
		return robot.rows(HealthMessages.tableName).stream().map(row -> row.get(0)).toList();
	}

	private static Display display() {
		return WORKBENCH.workbench().display();
	}
}
