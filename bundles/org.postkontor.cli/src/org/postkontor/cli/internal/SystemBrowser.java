package org.postkontor.cli.internal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.slf4j.LoggerFactory;

/** The browser of the operating system, started with an argument list: no shell ever sees the link. */
public final class SystemBrowser implements Browser {
	private final String system;
	private final Map<String, String> environment;

	public SystemBrowser() {
		this(System.getProperty("os.name", ""), System.getenv());
	}

	/** For tests. */
	public SystemBrowser(String system, Map<String, String> environment) {
		this.system = system.toLowerCase(Locale.ROOT);
		this.environment = Map.copyOf(environment);
	}

	@Override
	public boolean open(URI link) {
		List<String> command = command(link);
		if (command.isEmpty()) {
			return false;
		}
		try {
			new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().getOutputStream().close();
			return true;
		} catch (IOException e) {
			// The message of the exception would repeat the link.
			LoggerFactory.getLogger(SystemBrowser.class).warn("{} cannot be started", command.get(0));
			return false;
		}
	}

	/** What would be started; empty where xdg-open could only start a text browser in this very terminal, or for other schemes. */
	public List<String> command(URI link) {
		if (!"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
			return List.of();
		}
		if (system.contains("windows")) {
			return List.of("rundll32", "url.dll,FileProtocolHandler", link.toASCIIString());
		}
		if (system.contains("mac")) {
			return List.of("open", link.toASCIIString());
		}
		boolean display = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
		return display ? List.of("xdg-open", link.toASCIIString()) : List.of();
	}
}
