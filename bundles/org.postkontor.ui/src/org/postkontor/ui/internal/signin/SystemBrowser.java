package org.postkontor.ui.internal.signin;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.program.Program;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SWT first; on Linux it knows no xdg-open and says false on many desktops, so that is tried, too. The link goes as one
 * argument, never through a shell.
 */
@Component
public final class SystemBrowser implements BrowserOpener {
	private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);
	private static final long PATIENCE_SECONDS = 5;

	@Override
	public boolean open(URI link) {
		return Program.launch(link.toString()) || xdgOpen(link);
	}

	/** An xdg-open that is still running after a while is a browser in the foreground: fine. */
	private static boolean xdgOpen(URI link) {
		try {
			Process process = new ProcessBuilder(List.of("xdg-open", link.toString())).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
		} catch (IOException e) {
			LOG.info("no xdg-open here");
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
