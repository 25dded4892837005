package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.internal.transmission.TransmissionMessages;
import org.postkontor.ui.tests.robot.Named;

/** The outbox without a mouse, and for a screen reader. */
class OutboxKeyboardScenarioTest extends WorkbenchScenario {
	private static final String FIRST = "Mietvertrag";
	private static final String SECOND = "Vollmacht";

	private Account account;

	@BeforeEach
	void oneAccount() {
		account = services.signedInAccount("anna.berg@kanzlei.test");
	}

	@Test
	void isReachedByTheMenuAndItsPartsByTheTabKey() {
		services.outbox.add(account.id(), MailState.IN_DOUBT, SECOND, Optional.empty());
		reach(FIRST);
		robot.press(SWT.NONE, SWT.ARROW_DOWN);
		robot.waitUntil("the reason of the second", () -> robot.isEnabled(OutboxMessages.decide));
		robot.traverse(SWT.TRAVERSE_TAB_NEXT);
		robot.waitUntil("the details", () -> robot.hasKeyboard(OutboxMessages.detailsName));
		robot.traverse(SWT.TRAVERSE_TAB_NEXT);
		robot.waitUntil("the button", () -> robot.hasKeyboard(OutboxMessages.decide));
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the list", () -> robot.hasKeyboard(OutboxMessages.tableName));
		robot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		robot.waitUntil("the filter", () -> robot.hasKeyboard(OutboxMessages.filterName));
	}

	@Test
	void filtersAndMovesIntoTheList() {
		services.outbox.add(account.id(), MailState.HELD, SECOND, Optional.empty());
		reach(FIRST);
		robot.press(SWT.MOD1, 'f');
		robot.waitUntil("the filter", () -> robot.hasKeyboard(OutboxMessages.filterName));
		robot.typeIntoFocus("vollm");
		robot.waitUntil("one mail", () -> subjects().equals(List.of(SECOND)));
		robot.press(SWT.NONE, SWT.ARROW_DOWN);
		robot.waitUntil("its reason", () -> robot.hasKeyboard(OutboxMessages.tableName) && robot.shows(OutboxMessages.reasonHeld));
		robot.press(SWT.MOD1, 'f');
		robot.waitUntil("the filter", () -> robot.hasKeyboard(OutboxMessages.filterName));
		robot.press(SWT.NONE, SWT.ESC);
		robot.waitUntil("both mails", () -> subjects().size() == 2);
	}

	@Test
	void holdsReleasesAndSends() {
		OutboxId id = reach(FIRST);
		robot.press(SWT.MOD1, 'h');
		waitForState(id, MailState.HELD);
		robot.waitUntil("held", () -> robot.shows(OutboxMessages.reasonHeld));
		robot.press(SWT.MOD1, 'r');
		waitForState(id, MailState.QUEUED);
		robot.waitUntil("queued", () -> !robot.shows(OutboxMessages.reasonHeld));
		robot.press(SWT.MOD1, SWT.CR);
		waitForState(id, MailState.SENT);
	}

	@Test
	void schedules() {
		OutboxId id = reach(FIRST);
		robot.press(SWT.MOD1, 'd');
		robot.useShell(ScheduleMessages.title);
		robot.waitUntil("the first field", () -> robot.hasKeyboard(ScheduleMessages.notBefore));
		robot.press(SWT.NONE, ' ');
		robot.waitUntil("a time", () -> robot.isEnabled(ScheduleMessages.schedule));
		robot.traverse(SWT.TRAVERSE_RETURN);
		robot.waitUntilClosed(ScheduleMessages.title);
		robot.useShell(WINDOW);
		waitForState(id, MailState.SCHEDULED);
	}

	@Test
	void removesAndBringsBack() {
		OutboxId id = reach(FIRST);
		robot.press(SWT.NONE, SWT.DEL);
		robot.waitUntil("what to do", () -> robot.shows(OutboxMessages.emptyHint) && robot.hasKeyboard(OutboxMessages.write));
		assertTrue(services.outbox.entry(id).isEmpty());
		robot.press(SWT.MOD1, 'z');
		waitForState(id, MailState.QUEUED);
		robot.waitUntil("the list", () -> robot.hasKeyboard(OutboxMessages.tableName));
	}

	@Test
	void removesWhatIsSent() {
		OutboxId sent = services.outbox.add(account.id(), MailState.FILED, SECOND, Optional.empty());
		reach(FIRST);
		robot.press(SWT.MOD1 | SWT.SHIFT, SWT.DEL);
		robot.waitUntil("one mail", () -> subjects().equals(List.of(FIRST)));
		assertTrue(services.outbox.entry(sent).isEmpty());
	}

	@Test
	void editsWithItsKeyAndWithReturn() {
		OutboxId id = reach(FIRST);
		robot.press(SWT.MOD1, 'o');
		robot.useShell(ComposeMessages.editTitle);
		robot.press(SWT.NONE, SWT.ESC);
		robot.waitUntilClosed(ComposeMessages.editTitle);
		robot.useShell(WINDOW);
		waitForState(id, MailState.QUEUED);
		robot.waitUntil("the list", () -> robot.hasKeyboard(OutboxMessages.tableName));
		robot.press(SWT.NONE, SWT.CR);
		robot.useShell(ComposeMessages.editTitle);
	}

	@Test
	void opensTheTransmissionLogAndLeavesIt() {
		reach(FIRST);
		robot.press(SWT.MOD1, 'j');
		robot.useShell(TransmissionMessages.title);
		robot.waitUntil("its lines", () -> robot.hasKeyboard(TransmissionMessages.tableName));
		robot.press(SWT.NONE, SWT.ESC);
		robot.waitUntilClosed(TransmissionMessages.title);
		robot.useShell(WINDOW);
		robot.waitUntil("the list", () -> robot.hasKeyboard(OutboxMessages.tableName));
	}

	@Test
	void opensTheContextMenuWithTheKeyboard() {
		reach(FIRST);
		robot.press(SWT.SHIFT, SWT.F10);
		robot.waitUntil("the menu", robot::hasOpenMenu);
		robot.press(SWT.NONE, SWT.ESC);
		robot.waitUntil("no menu", () -> !robot.hasOpenMenu());
	}

	@Test
	void saysTheKeyOfEachCommand() {
		reach(FIRST);
		List<String> toolTips = robot.toolTips();
		List<String> without = new ArrayList<>();
		for (String label : List.of(OutboxMessages.write, OutboxMessages.sendNow, OutboxMessages.sendSelected, OutboxMessages.edit, OutboxMessages.hold, OutboxMessages.release,
				OutboxMessages.schedule, OutboxMessages.decide, TransmissionMessages.show, OutboxMessages.removeTitle, OutboxMessages.removeSent, OutboxMessages.undo)) {
			String name = CommandAction.plain(label);
			if (toolTips.stream().noneMatch(tip -> tip.startsWith(name + " (") && tip.endsWith(")"))) {
				without.add(name);
			}
		}
		assertEquals(List.of(), without, () -> "in " + toolTips);
	}

	@Test
	void hasNamesForAScreenReader() {
		reach(FIRST);
		for (String name : List.of(OutboxMessages.filterName, OutboxMessages.tableName, OutboxMessages.detailsName)) {
			robot.waitUntil(name, () -> display().syncCall(() -> new Named(name).count(display())) == 1);
		}
	}

	/** Goes to a new mail, the first of the list, by the menu bar. */
	private OutboxId reach(String subject) {
		OutboxId id = services.outbox.add(account.id(), MailState.QUEUED, subject, Optional.empty());
		robot.waitUntil("the mail", () -> subjects().contains(subject));
		robot.menu(AppMessages.menuView, AppMessages.outbox);
		assumeKeyboard();
		robot.waitUntil("the list", () -> robot.hasKeyboard(OutboxMessages.tableName));
		robot.press(SWT.NONE, SWT.HOME);
		robot.waitUntil("details of the mail", () -> !robot.textOf(OutboxMessages.detailsName).equals(OutboxMessages.detailsNone));
		robot.waitUntil("the toolbar", () -> robot.canClickTool(CommandAction.plain(OutboxMessages.schedule)));
		return id;
	}

	private List<String> subjects() {
		return robot.rows(OutboxMessages.tableName).stream().map(row -> row.get(2)).toList();
	}

	private void waitForState(OutboxId id, MailState state) {
		robot.waitUntil("mail is " + state, () -> services.outbox.entry(id).filter(entry -> entry.state() == state).isPresent());
	}

	private static Display display() {
		return WORKBENCH.workbench().display();
	}
}
