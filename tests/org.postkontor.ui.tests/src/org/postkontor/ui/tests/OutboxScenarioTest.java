package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** The outbox: hold, release, remove, decide, and what a paused account offers. */
class OutboxScenarioTest extends WorkbenchScenario {
	private Account account;

	@BeforeEach
	void oneAccount() {
		account = services.signedInAccount("anna.berg@kanzlei.test");
	}

	@Test
	void saysWhatAnEmptyOutboxIsFor() {
		robot.waitUntil("empty outbox", () -> robot.shows(OutboxMessages.emptyHint));
		assertEquals(List.of(), robot.rows(OutboxMessages.tableName));
	}

	@Test
	void holdsReleasesAndRemovesAMail() {
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.hold);
		waitForState(OutboxMessages.held);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.release);
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.removeTitle);
		robot.useShell(OutboxMessages.removeTitle);
		robot.click(IDialogConstants.YES_LABEL);
		robot.useShell(WINDOW);
		robot.waitUntil("empty outbox", () -> robot.shows(OutboxMessages.emptyHint));
		assertTrue(services.outbox.entries().stream().allMatch(e -> e.state() == MailState.CANCELLED));
	}

	@Test
	void asksBeforeSendingAgainWhatMayHaveBeenSent() {
		OutboxId id = services.outbox.add(account.id(), MailState.IN_DOUBT, "Klageschrift", Optional.empty());
		waitForState(OutboxMessages.inDoubt);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.click(OutboxMessages.decide);
		robot.useShell(OutboxMessages.decideTitle);
		robot.click(OutboxMessages.decideSent);
		robot.waitUntilClosed(OutboxMessages.decideTitle);
		robot.useShell(WINDOW);
		waitForState(OutboxMessages.sent);
		assertEquals(MailState.SENT, services.outbox.entry(id).orElseThrow().state());
	}

	@Test
	void offersTheSignInThatAPausedAccountNeeds() {
		services.outbox.add(account.id(), MailState.QUEUED, "Rechnung 2026-118", Optional.empty());
		services.outbox.add(account.id(), MailState.HELD, "Vollmacht", Optional.empty());
		services.outbox.add(account.id(), MailState.SENT, "Terminbestätigung", Optional.empty());
		services.outbox.pause(account.id(), Samples.signInNeeded());
		robot.waitUntil("paused", () -> robot.rows(OutboxMessages.tableName).stream().anyMatch(r -> r.get(0).equals(OutboxMessages.paused)));
		robot.selectRow(OutboxMessages.tableName, 1);
		robot.waitUntil("reason of the other", () -> robot.shows(OutboxMessages.reasonHeld));
		robot.screenshot(picture("outbox"));
		robot.selectRow(OutboxMessages.tableName, 2);
		robot.waitUntil("reason", () -> robot.shows("auth.sign-in-needed"));
		robot.click(services.texts.action(Samples.signInNeeded(), Locale.getDefault()));
		robot.useShell(SignInMessages.title);
		assertTrue(robot.isEnabled(SignInMessages.signIn));
	}

	@Test
	void sendsWhatWaits() {
		services.outbox.add(account.id(), MailState.QUEUED, "Rechnung", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.menu(AppMessages.menuFile, AppMessages.sendNow);
		waitForState(OutboxMessages.sent);
		assertEquals(1, robot.rows(OutboxMessages.tableName).size());
	}

	private void waitForState(String state) {
		robot.waitUntil("mail is " + state, () -> {
			List<List<String>> rows = robot.rows(OutboxMessages.tableName);
			return rows.size() == 1 && rows.get(0).get(0).equals(state);
		});
	}
}
