package org.postkontor.cli.internal.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.postkontor.account.Branding;
import org.postkontor.account.Home;
import org.postkontor.account.HomeFolder;
import org.postkontor.auth.VaultKey;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.cli.internal.Services;
import org.postkontor.cli.internal.ServicesSource;
import org.postkontor.net.OfficeTrust;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Registers what the application decides, then waits for {@link CommandLine}. Closing takes everything back. */
public final class ServiceStart implements ServicesSource, AutoCloseable {
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final BundleContext context;
	private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
	private @Nullable ServiceTracker<CommandLine, CommandLine> tracker;

	public ServiceStart(BundleContext context) {
		this.context = context;
	}

	@Override
	public Services open(GlobalOptions options) throws ProblemException {
		Places places = Places.of(options, HomeFolder.ofThisUser());
		// Trust goes first: whoever waits for the home must not come up before the office's authorities are known.
		register(OfficeTrust.class, places.trust());
		register(Branding.class, places.branding());
		register(VaultKey.class, options.vaultKey());
		register(Home.class, places.home());
		ServiceTracker<CommandLine, CommandLine> opened = new ServiceTracker<>(context, CommandLine.class, null);
		tracker = opened;
		opened.open();
		try {
			CommandLine line = opened.waitForService(PATIENCE.toMillis());
			if (line != null) {
				return line.services();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		throw new ProblemException(Problem.of("cli.services", ProblemKind.INTERNAL, Fixer.DEVELOPER, Remedy.REPORT).with("missing",
				String.join("; ", new MissingServices(context).of(CommandLine.class.getName()))));
	}

	@Override
	public void close() {
		ServiceTracker<CommandLine, CommandLine> opened = tracker;
		if (opened != null) {
			opened.close();
		}
		registrations.reversed().forEach(ServiceRegistration::unregister);
		registrations.clear();
	}

	private <T> void register(Class<T> type, T service) {
		registrations.add(context.registerService(type, service, null));
	}
}
