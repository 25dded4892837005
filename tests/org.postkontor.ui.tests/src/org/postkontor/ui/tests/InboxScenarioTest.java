package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.ui.internal.inbox.InboxMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** The inbox: receive, list, read. */
class InboxScenarioTest extends WorkbenchScenario {
	@Test
	void listsNewestFirstAndShowsThePlainText() {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.inbox.add(account.id(), "Paul Weber <paul.weber@mandant.test>", "Unterlagen", Instant.parse("2026-11-20T10:00:00Z"));
		services.inbox.add(account.id(), "Amtsgericht <post@gericht.test>", "Ladung zum Termin", Instant.parse("2026-11-21T10:00:00Z"));
		robot.waitUntil("two mails", () -> robot.rows(InboxMessages.tableName).size() == 2);
		assertEquals("Ladung zum Termin", robot.rows(InboxMessages.tableName).get(0).get(1));
		robot.selectRow(InboxMessages.tableName, 0);
		robot.waitUntil("text", () -> robot.shows("Text der Mail 2"));
	}

	@Test
	void receivesOnDemand() {
		services.signedInAccount("anna.berg@kanzlei.test");
		robot.clickTool(InboxMessages.sync);
		robot.waitUntil("a mail", () -> robot.rows(InboxMessages.tableName).size() == 1);
	}

	@Test
	void explainsWhyNothingCouldBeReceived() {
		services.signedInAccount("anna.berg@kanzlei.test");
		services.inbox.failNextSync(Samples.signInNeeded());
		robot.menu(AppMessages.menuFile, AppMessages.receive);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.waitUntil("problem", () -> robot.shows("auth.sign-in-needed"));
		robot.click(ProblemMessages.close);
	}
}
