package org.postkontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.notifications.AbstractNotificationPopup;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postkontor.app.internal.Theme;
import org.postkontor.testkit.Wait;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.robot.EventQueueUiRobot;
import org.postkontor.ui.tests.robot.UiRobot;
import org.postkontor.ui.tests.robot.UiThreadWatchdog;

/** Base of scenarios: a robot on the running workbench, fresh fakes, and a watchdog. */
abstract class WorkbenchScenario {
	static final String WINDOW = "Postkontor – Demo";
	private static final Duration KEYBOARD = Duration.ofSeconds(5);
	private static final Duration LIMIT = Duration.ofMillis(200);

	@RegisterExtension
	static final WorkbenchExtension WORKBENCH = new WorkbenchExtension();

	UiRobot robot;
	FakeServices services;
	private Optional<UiThreadWatchdog> watchdog = Optional.empty();

	@BeforeEach
	void startScenario() throws Exception {
		services = WORKBENCH.workbench().services;
		Display display = WORKBENCH.workbench().display();
		String folder = System.getProperty("postkontor.screenshots", "none");
		robot = new EventQueueUiRobot(display, folder.equals("none") ? Optional.empty() : Optional.of(Path.of(folder)));
		// What the scenario before has started by closing its last window ends first: its account is not this one's.
		display.syncExec(() -> {
		});
		robot.waitUntil("the end of other work", () -> Job.getJobManager().isIdle());
		services.reset();
		robot.useShell(WINDOW);
		robot.waitUntil("a view without the mails of the scenario before", () -> robot.rows(OutboxMessages.tableName).isEmpty());
		prepare();
		robot.useShell(WINDOW);
		robot.waitUntil("an idle workbench", () -> Job.getJobManager().isIdle());
		watchdog = Optional.of(new UiThreadWatchdog(display, LIMIT));
	}

	@AfterEach
	void endScenario() throws Exception {
		watchdog.ifPresent(UiThreadWatchdog::close);
		Display display = WORKBENCH.workbench().display();
		display.syncExec(() -> Arrays.stream(display.getShells()).filter(s -> !s.isDisposed() && isLeftOver(s)).forEach(WorkbenchScenario::close));
		cleanUp();
		watchdog.ifPresent(UiThreadWatchdog::assertNeverBlocked);
	}

	/** Dialogs, and notifications, which have no parent and would stay for some seconds more. */
	private static boolean isLeftOver(Shell shell) {
		return shell.getParent() != null || shell.getData() instanceof AbstractNotificationPopup;
	}

	/** A dialog that is only disposed of is taken for open by the workbench. */
	private static void close(Shell shell) {
		if (shell.getData() instanceof Window window) {
			window.close();
		}
		shell.dispose();
	}

	/** What a scenario does before it is watched. */
	void prepare() throws Exception {
	}

	/** What a scenario does when it is no longer watched; also after a failed {@link #prepare}. */
	void cleanUp() throws Exception {
	}

	/** Opens the preferences at a page; it is their window that is open then. */
	static PreferenceDialog openPreferences(String page) {
		return WORKBENCH.workbench().display().syncCall(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, page, null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
			return dialog;
		});
	}

	/** The workbench opens the page again that was open last. */
	static void forgetOpenedPage() {
		PreferenceDialog dialog = openPreferences(UiIds.ACCOUNTS_PAGE);
		WORKBENCH.workbench().display().syncExec(dialog::close);
	}

	/** Skips what needs the keyboard where no window manager gives it to a window. */
	static void assumeKeyboard() {
		Display display = WORKBENCH.workbench().display();
		try {
			Wait.until("a window with the keyboard", () -> display.syncCall(() -> display.getFocusControl() != null), KEYBOARD);
		} catch (AssertionError e) {
			Assumptions.abort("no window manager gives the keyboard to a window");
		}
	}

	/** A picture of the window; it has letters for the Alt key, and each reaches one control only. */
	void pictureWithKeys(String name) {
		robot.screenshot(picture(name));
		List<Character> keys = robot.mnemonics();
		assertFalse(keys.isEmpty(), name);
		assertEquals(keys.size(), new HashSet<>(keys).size(), () -> name + " uses a letter twice: " + keys);
	}

	/** Name of a picture: its language and theme are part of it. */
	static String picture(String name) {
		return name + "-" + Locale.getDefault().getLanguage() + "-" + Theme.chosen().name().toLowerCase(Locale.ROOT);
	}
}
