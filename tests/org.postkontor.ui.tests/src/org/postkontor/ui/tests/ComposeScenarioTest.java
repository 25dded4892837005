package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** Writing a mail. */
class ComposeScenarioTest extends WorkbenchScenario {
	@BeforeEach
	void open() {
		services.signedInAccount("anna.berg@kanzlei.test");
		robot.menu(AppMessages.menuFile, AppMessages.write);
		robot.useShell(ComposeMessages.title);
	}

	@Test
	void closesWhenTheOutboxHasTheMail() {
		robot.type(ComposeMessages.to, "paul.weber@mandant.test");
		robot.type(ComposeMessages.subject, "Mietvertrag");
		robot.type(ComposeMessages.text, "Guten Tag,\n\nanbei der Vertrag.");
		robot.screenshot(picture("compose"));
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.title);
		assertEquals(List.of("paul.weber@mandant.test"), services.outbox.lastDraft().orElseThrow().to());
	}

	@Test
	void canBeTakenBackForAMomentAfterSending() {
		robot.type(ComposeMessages.to, "paul.weber@mandant.test");
		robot.type(ComposeMessages.subject, "Mietvertrag");
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.title);
		assertEquals(SendOptions.COMPOSED, services.outbox.lastOptions());
		robot.useShell(ComposeMessages.hintTitle);
		robot.screenshot(picture("compose-hint"));
		assertTrue(robot.shows(NLS.bind(ComposeMessages.hint, 10)));
		robot.click(ComposeMessages.undo);
		robot.useShell(ComposeMessages.editTitle);
		robot.click(JFaceResources.getString("cancel"));
		robot.waitUntilClosed(ComposeMessages.editTitle);
		assertEquals(List.of(MailState.HELD), services.outbox.entries().stream().map(e -> e.state()).toList());
	}

	@Test
	void sendsLaterWithADeadline() {
		robot.type(ComposeMessages.to, "paul.weber@mandant.test");
		robot.click(ComposeMessages.sendLater);
		robot.useShell(ScheduleMessages.title);
		robot.setChecked(ScheduleMessages.notBefore, true);
		robot.setChecked(ScheduleMessages.notAfter, true);
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.title);
		assertTrue(services.outbox.lastOptions().notAfter().orElseThrow().isAfter(services.outbox.lastOptions().notBefore().orElseThrow()));
		assertEquals(List.of(MailState.SCHEDULED), services.outbox.entries().stream().map(e -> e.state()).toList());
	}

	@Test
	void namesWhatIsNotAnAddress() {
		robot.type(ComposeMessages.to, "paul.weber");
		robot.click(ComposeMessages.send);
		robot.waitUntil("mistake", () -> robot.shows(NLS.bind(ComposeMessages.toInvalid, "paul.weber")));
	}

	@Test
	void keepsTheMailWhenTheOutboxRefusesIt() {
		robot.type(ComposeMessages.to, "paul.weber@mandant.test");
		robot.type(ComposeMessages.subject, "Mietvertrag");
		services.outbox.refuseNextSubmit(Samples.diskFull());
		robot.click(ComposeMessages.send);
		robot.useShell(ProblemMessages.dialogTitle);
		robot.click(ProblemMessages.close);
		robot.useShell(ComposeMessages.title);
		assertEquals("Mietvertrag", robot.textOf(ComposeMessages.subject));
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.title);
	}
}
