package org.postkontor.cli.internal.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.CommandRunner;
import org.postkontor.cli.internal.ConsoleTerminal;
import org.postkontor.cli.internal.Person;
import org.postkontor.cli.internal.Streams;
import org.postkontor.cli.internal.SystemBrowser;

/**
 * The Equinox application {@code org.postkontor.cli.application}. Its exit value is the number of the {@link ExitCode};
 * Equinox makes it the exit code of the process.
 */
public final class CliApplication implements IApplication {
	private final Interruption interruption = new Interruption(new NullProgressMonitor());

	@Override
	public Object start(@Nullable IApplicationContext context) {
		quietLogs();
		Object arguments = context == null ? null : context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		List<String> line = arguments instanceof String[] words ? List.of(words) : List.of();
		Bundle bundle = FrameworkUtil.getBundle(CliApplication.class);
		// The descriptor instead of System.out, which goes elsewhere: nothing that a library prints may get between the results.
		System.setOut(System.err);
		Streams streams = new Streams(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
		try (ServiceStart services = new ServiceStart(bundle.getBundleContext()); Interruption running = interruption.watch()) {
			ExitCode code = new CommandRunner(services, streams, new Person(new ConsoleTerminal(), new SystemBrowser()), version(bundle))
					.run(line, running.monitor());
			return code.number();
		}
	}

	@Override
	public void stop() {
		interruption.cancel();
	}

	private static String version(Bundle bundle) {
		return bundle.getVersion().getMajor() + "." + bundle.getVersion().getMinor() + "." + bundle.getVersion().getMicro();
	}

	/** Warnings and worse, to the standard error; what the administrator configured stays as it is. */
	private static void quietLogs() {
		if (System.getProperty("java.util.logging.config.file") != null || System.getProperty("java.util.logging.config.class") != null) {
			return;
		}
		Logger root = Logger.getLogger("");
		root.setLevel(Level.WARNING);
		for (Handler handler : root.getHandlers()) {
			handler.setLevel(Level.WARNING);
		}
	}
}
