package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.app.internal.AppMessages;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.Sending;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.problem.ProblemMessages;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.internal.transmission.TransmissionMessages;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.internal.wizard.WizardMessages;
import org.postkontor.ui.tests.fakes.Samples;
import org.postkontor.ui.tests.robot.TableProbe;
import org.postkontor.ui.tests.robot.ToolTipText;

/** The outbox: hold, release, remove, decide, and what a paused account offers. */
class OutboxScenarioTest extends WorkbenchScenario {
	private static final int MANY = 100_000;

	private Account account;

	@BeforeEach
	void oneAccount() {
		account = services.signedInAccount("anna.berg@kanzlei.test");
	}

	/** A job shows what is sent as long as something is. */
	@Override
	void cleanUp() {
		services.outbox.endSending();
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
		robot.waitUntil("empty outbox", () -> robot.shows(OutboxMessages.emptyHint));
		assertEquals(List.of(), services.outbox.entries());
	}

	@Test
	void bringsARemovedMailBack() {
		OutboxId id = services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag <1>", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.removeTitle);
		robot.waitUntil("empty outbox", () -> robot.shows(OutboxMessages.emptyHint));
		robot.screenshot(picture("outbox-undo"));
		robot.clickLink("<a>" + OutboxMessages.undo + "</a>");
		waitForState(OutboxMessages.queued);
		assertTrue(services.outbox.entry(id).isPresent());
	}

	@Test
	void bringsASentMailBackToTheList() {
		OutboxId id = services.outbox.add(account.id(), MailState.FILED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.filed);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.removeTitle);
		robot.waitUntil("what was removed", () -> robot.shows(NLS.bind(OutboxMessages.removedSentOne, "Mietvertrag")) && robot.shows(OutboxMessages.emptyHint));
		robot.clickLink("<a>" + OutboxMessages.undo + "</a>");
		waitForState(OutboxMessages.filed);
		assertTrue(services.outbox.entry(id).isPresent());
	}

	@Test
	void removesAllSentMailsAndBringsThemBack() {
		services.outbox.add(account.id(), MailState.QUEUED, "Vollmacht", Optional.empty());
		services.outbox.add(account.id(), MailState.FILED, "Klage", Optional.of(Samples.diskFull()));
		robot.waitUntil("mails that stay", () -> robot.rows(OutboxMessages.tableName).size() == 2);
		assertFalse(robot.canClickTool(OutboxMessages.removeSent), "nothing is done");
		services.outbox.add(account.id(), MailState.FILED, "Mietvertrag", Optional.empty());
		services.outbox.add(account.id(), MailState.FILED, "Rechnung", Optional.empty());
		robot.waitUntil("all mails", () -> robot.rows(OutboxMessages.tableName).size() == 4);
		robot.type(OutboxMessages.filter, "Vollmacht");
		waitForState(OutboxMessages.queued);
		robot.clickTool(OutboxMessages.removeSent);
		robot.waitUntil("what was removed", () -> robot.shows(NLS.bind(OutboxMessages.removedSentMany, 2)));
		robot.type(OutboxMessages.filter, "");
		robot.waitUntil("mails that stay", () -> robot.rows(OutboxMessages.tableName).size() == 2);
		robot.screenshot(picture("outbox-removed-sent"));
		robot.clickLink("<a>" + OutboxMessages.undo + "</a>");
		robot.waitUntil("all mails", () -> robot.rows(OutboxMessages.tableName).size() == 4);
	}

	@Test
	void saysWhatToDoWithoutAnAccount() {
		services.accounts.reset();
		robot.waitUntil("what to do", () -> robot.shows(OutboxMessages.emptyNoAccount));
		robot.clickLink(OutboxMessages.setUpAccount);
		robot.useShell(WizardMessages.windowTitle);
	}

	@Test
	void filtersWhileTyping() {
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		services.outbox.add(account.id(), MailState.HELD, "Vollmacht", Optional.empty());
		robot.waitUntil("both", () -> robot.rows(OutboxMessages.tableName).size() == 2);
		robot.type(OutboxMessages.filter, "vollm");
		waitForState(OutboxMessages.held);
		robot.type(OutboxMessages.filter, "nichts");
		robot.waitUntil("nothing found", () -> robot.shows(NLS.bind(OutboxMessages.nothingFound, "nichts")));
		robot.type(OutboxMessages.filter, "");
		robot.waitUntil("both", () -> robot.rows(OutboxMessages.tableName).size() == 2);
	}

	@Test
	void showsHowFarAMailIs() {
		OutboxId id = services.outbox.add(account.id(), MailState.SENDING, "E-Akte 12/2026", Optional.empty());
		OutboxId next = services.outbox.add(account.id(), MailState.QUEUED, "Rechnung", SendOptions.NOW.notAfter(services.clock.instant().plusSeconds(60)));
		services.outbox.expect(next, services.clock.instant().plusSeconds(90));
		services.outbox.throttle(account.id(), services.clock.instant().plusSeconds(30));
		services.outbox.progress(id, Optional.of(new Sending(id, 3 << 20, 12 << 20, services.clock.instant().minusSeconds(4))));
		robot.waitUntil("progress", () -> robot.rows(OutboxMessages.tableName).stream().anyMatch(r -> r.get(0).contains("12 s")));
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.waitUntil("throttled", () -> robot.shows(NLS.bind(OutboxMessages.throttled, Formats.ofUser().dateTime(services.clock.instant().plusSeconds(30)))));
		robot.screenshot(picture("outbox-progress"));
		services.outbox.progress(id, Optional.empty());
		robot.waitUntil("no progress", () -> robot.rows(OutboxMessages.tableName).stream().noneMatch(r -> r.get(0).contains("12 s")));
	}

	@Test
	void schedulesAMailWithADeadline() {
		OutboxId id = services.outbox.add(account.id(), MailState.QUEUED, "Einladung", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(CommandAction.plain(OutboxMessages.schedule));
		robot.useShell(ScheduleMessages.title);
		robot.setChecked(ScheduleMessages.notBefore, true);
		robot.setChecked(ScheduleMessages.notAfter, true);
		robot.choose(ScheduleMessages.priority, ScheduleMessages.high);
		robot.screenshot(picture("outbox-schedule"));
		robot.click(ScheduleMessages.schedule);
		robot.waitUntilClosed(ScheduleMessages.title);
		robot.useShell(WINDOW);
		waitForState(OutboxMessages.scheduled);
		SendOptions options = services.outbox.entry(id).orElseThrow().options();
		assertEquals(Priority.HIGH, options.priority());
		assertTrue(options.notBefore().orElseThrow().isBefore(options.notAfter().orElseThrow()));
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(OutboxMessages.sendSelected);
		waitForState(OutboxMessages.sent);
	}

	@Test
	void holdsAMailWhileItIsEditedAndReplacesItBySending() {
		OutboxId id = services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(CommandAction.plain(OutboxMessages.edit));
		robot.useShell(ComposeMessages.editTitle);
		assertEquals(MailState.HELD, services.outbox.entry(id).orElseThrow().state());
		assertEquals("\"Weber, Paul\" <paul.weber@mandant.test>", robot.textOf(ComposeMessages.to));
		assertEquals(List.of("Vertrag.pdf"), robot.rows(ComposeMessages.attachmentsName).stream().map(r -> r.get(0)).toList());
		robot.screenshot(picture("outbox-edit"));
		robot.type(ComposeMessages.subject, "Mietvertrag, berichtigt");
		robot.click(ComposeMessages.send);
		robot.waitUntilClosed(ComposeMessages.editTitle);
		robot.useShell(WINDOW);
		waitForState(OutboxMessages.delayed);
		assertEquals(List.of("archiv@kanzlei.test"), services.outbox.lastDraft().orElseThrow().bcc());
		assertTrue(services.outbox.entry(id).isEmpty(), "the old version is gone");
		robot.waitUntil("its attachments deleted", () -> !Files.exists(services.draftReader.lastFolder().orElseThrow()));
	}

	@Test
	void letsAMailGoOnWhenItsEditingIsGivenUp() {
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(CommandAction.plain(OutboxMessages.edit));
		robot.useShell(ComposeMessages.editTitle);
		robot.click(JFaceResources.getString("cancel"));
		robot.waitUntilClosed(ComposeMessages.editTitle);
		robot.useShell(WINDOW);
		waitForState(OutboxMessages.queued);
		robot.waitUntil("its attachments deleted", () -> !Files.exists(services.draftReader.lastFolder().orElseThrow()));
	}

	@Test
	void letsAMailGoOnThatCannotBeEdited() {
		services.draftReader.refuse(Samples.diskFull());
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.queued);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(CommandAction.plain(OutboxMessages.edit));
		robot.useShell(ProblemMessages.dialogTitle);
		robot.click(ProblemMessages.close);
		robot.useShell(WINDOW);
		waitForState(OutboxMessages.queued);
	}

	@Test
	void showsWhatHappenedToAMail() {
		services.outbox.add(account.id(), MailState.SENT, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.sent);
		robot.selectRow(OutboxMessages.tableName, 0);
		robot.clickTool(CommandAction.plain(TransmissionMessages.show));
		robot.useShell(TransmissionMessages.title);
		List<List<String>> lines = robot.rows(TransmissionMessages.tableName);
		assertEquals(4, lines.size());
		assertEquals("451 4.7.1 Greylisted, come again", lines.get(1).get(3));
		robot.screenshot(picture("outbox-log"));
		robot.click(TransmissionMessages.copy);
		robot.waitUntil("copied", () -> robot.shows(TransmissionMessages.copied));
		robot.click(TransmissionMessages.close);
		robot.waitUntilClosed(TransmissionMessages.title);
	}

	@Test
	void asksForNoMoreThanIsSeenOfAHundredThousandMails() {
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		waitForState(OutboxMessages.queued);
		TableProbe probe = new TableProbe(WORKBENCH.workbench().display(), OutboxMessages.tableName);
		services.outbox.addMany(account.id(), MANY);
		robot.waitUntil("all mails", () -> probe.rows() == MANY + 1);
		robot.waitUntil("visible rows", () -> probe.text(0, 2).equals("Serienbrief " + (MANY - 1)));
		assertTrue(probe.fills() < MANY / 100, "filled " + probe.fills());
		probe.showLastRow();
		robot.waitUntil("the last row", () -> probe.text(MANY, 2).equals("Mietvertrag"));
		int before = probe.fills();
		OutboxId last = services.outbox.entries().get(MANY).id();
		services.outbox.progress(last, Optional.of(new Sending(last, 1, 100, services.clock.instant())));
		robot.waitUntil("progress", () -> probe.text(0, 0).startsWith(NLS.bind(OutboxMessages.sendingProgress, 1)));
		assertTrue(probe.fills() - before < MANY / 1000, "filled again " + (probe.fills() - before));
		robot.sortBy(OutboxMessages.tableName, OutboxMessages.columnSubject);
		robot.waitUntil("sorted", () -> probe.text(0, 2).equals("Mietvertrag") && probe.sortDirection() == SWT.UP);
		robot.type(OutboxMessages.filter, "mietv");
		robot.waitUntil("one mail", () -> probe.rows() == 1);
		robot.type(OutboxMessages.filter, "");
		robot.sortBy(OutboxMessages.tableName, OutboxMessages.columnNext);
		robot.waitUntil("all mails", () -> probe.rows() == MANY + 1);
		services.outbox.reset();
		robot.waitUntil("no mails", () -> probe.rows() == 0);
	}

	@Test
	void keepsTheSelectionOnAMailFarBelowTheRowsThatAreThere() {
		services.outbox.add(account.id(), MailState.QUEUED, "Mietvertrag", Optional.empty());
		services.outbox.addMany(account.id(), MANY / 2);
		TableProbe probe = new TableProbe(WORKBENCH.workbench().display(), OutboxMessages.tableName);
		robot.waitUntil("all mails", () -> probe.rows() == MANY / 2 + 1);
		probe.select(MANY / 2);
		assertEquals("Mietvertrag", probe.selected(2));
		robot.type(OutboxMessages.filter, "mietv");
		robot.waitUntil("one mail", () -> probe.rows() == 1 && probe.selected(2).equals("Mietvertrag"));
		robot.type(OutboxMessages.filter, "");
		robot.waitUntil("all mails", () -> probe.rows() == MANY / 2 + 1);
		assertEquals("Mietvertrag", probe.selected(2));
		services.outbox.reset();
		robot.waitUntil("no mails", () -> probe.rows() == 0); // a hidden table still gets shorter, and would be in the way of the next scenario
	}

	@Test
	void takesAHundredThousandSentMailsOffTheListAndStillAnswers() {
		services.outbox.addMany(account.id(), MailState.FILED, MANY);
		TableProbe probe = new TableProbe(WORKBENCH.workbench().display(), OutboxMessages.tableName);
		robot.waitUntil("all mails", () -> probe.rows() == MANY);
		robot.clickTool(OutboxMessages.removeSent);
		robot.waitUntil("what was removed", () -> robot.shows(NLS.bind(OutboxMessages.removedSentMany, MANY)) && robot.shows(OutboxMessages.emptyHint));
		services.outbox.reset();
		robot.waitUntil("no mails", () -> probe.rows() == 0);
	}

	@Test
	void saysInFullWhatANarrowColumnCutsOff() {
		String subject = "Mietvertrag über die Wohnung im zweiten Obergeschoss links";
		services.outbox.add(account.id(), MailState.QUEUED, subject, Optional.empty());
		waitForState(OutboxMessages.queued);
		TableProbe probe = new TableProbe(WORKBENCH.workbench().display(), OutboxMessages.tableName);
		probe.hover(0, 0);
		assertFalse(shownAnywhere(OutboxMessages.queued), "all of it is seen in the column");
		int before = probe.width(2, 60);
		robot.waitUntil("the subject", () -> {
			probe.hover(0, 2);
			return shownAnywhere(subject);
		});
		probe.width(2, before); // the window stays for the next scenario, and its picture
	}

	/** In a window without a title, such as a tool tip. */
	private static boolean shownAnywhere(String text) {
		return WORKBENCH.workbench().display().syncCall(() -> new ToolTipText(text).isShown(WORKBENCH.workbench().display()));
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
