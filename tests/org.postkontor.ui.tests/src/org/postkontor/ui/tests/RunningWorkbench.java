package org.postkontor.ui.tests;

import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.postkontor.app.internal.Theme;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.JobBackground;
import org.eclipse.jface.window.Window;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.internal.compose.ComposeDialog;
import org.postkontor.ui.internal.consent.ConsentDialog;
import org.postkontor.ui.internal.guide.RegistrationDialog;
import org.postkontor.ui.internal.guide.RegistrationFacts;
import org.postkontor.ui.internal.prompt.OtherUserDialog;
import org.postkontor.ui.internal.schedule.ScheduleDialog;
import org.postkontor.ui.internal.signin.SignInDialog;
import org.postkontor.ui.tests.fakes.Samples;
import org.osgi.service.prefs.BackingStoreException;
import org.postkontor.app.internal.PostkontorWorkbenchAdvisor;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.tests.fakes.FakeServices;

/** The product's workbench in a thread of its own, on fake services; started once and closed when all tests have run. */
public final class RunningWorkbench implements ExtensionContext.Store.CloseableResource, AutoCloseable {
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	final FakeServices services = new FakeServices();
	private final CountDownLatch started = new CountDownLatch(1);
	private final AtomicReference<Display> display = new AtomicReference<>();
	private final AtomicReference<Throwable> failure = new AtomicReference<>();
	private final Thread thread = new Thread(this::run, "ui");

	RunningWorkbench() throws InterruptedException {
		Dictionary<String, Object> first = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000));
		FrameworkUtil.getBundle(RunningWorkbench.class).getBundleContext().registerService(UiServices.class, services.all, first);
		thread.start();
		if (!started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || failure.get() != null) {
			throw new IllegalStateException("the workbench did not start", failure.get());
		}
	}

	public Display display() {
		return display.get();
	}

	private void run() {
		try {
			// As the product has it in its plugin_customization.ini.
			DefaultScope.INSTANCE.getNode("org.eclipse.ui").put("KEY_CONFIGURATION_ID", "org.postkontor.app.keys");
			Theme.valueOf(System.getProperty("postkontor.theme", "LIGHT")).choose();
			Display created = PlatformUI.createDisplay();
			display.set(created);
			PlatformUI.createAndRunWorkbench(created, new PostkontorWorkbenchAdvisor(FakeServices.branding()) {
				@Override
				public void postStartup() {
					super.postStartup();
					created.asyncExec(() -> {
						loadDialogs();
						started.countDown();
					});
				}
			});
		} catch (BackingStoreException | RuntimeException | Error e) {
			failure.set(e);
			started.countDown();
		}
	}

	/** Loading its many classes for the first time takes longer than the watchdog allows; that is not what it is for. */
	private void loadDialogs() {
		for (String page : List.of(UiIds.SIGN_INS_PAGE, UiIds.OUTBOX_PAGE, UiIds.ACCOUNTS_PAGE)) {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, page, null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
			dialog.close();
		}
		NotificationPopup popup = NotificationPopup.forDisplay(display()).title("", true).text("").build();
		popup.open();
		popup.close();
		UiContext context = new UiContext(services.all, new JobBackground(display()), (problem, remedy) -> {
		});
		Account account = Samples.account("anna.berg@kanzlei.test");
		load(new SignInDialog(null, context, account));
		load(new OtherUserDialog(null, new OtherUser("anna.berg@kanzlei.test", List.of("anna@kanzlei.test"), false), new CompletableFuture<>()));
		load(new ConsentDialog(null, context, account, Set.of(Direction.SEND)));
		load(new ScheduleDialog(null, services.clock, SendOptions.NOW, ""));
		load(new ComposeDialog(null, context, List.of(account), account));
		load(new RegistrationDialog(null, context, new RegistrationFacts(account, services.providers.description("oauth").orElseThrow()), Map.of()));
	}

	private static void load(Window dialog) {
		dialog.setBlockOnOpen(false);
		dialog.open();
		dialog.close();
	}

	@Override
	public void close() throws InterruptedException {
		display.get().syncExec(() -> PlatformUI.getWorkbench().close());
		thread.join(PATIENCE.toMillis());
	}
}
