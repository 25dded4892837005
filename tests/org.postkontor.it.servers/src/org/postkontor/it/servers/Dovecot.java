package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.postkontor.testkit.Wait;

/** One Dovecot: IMAP, POP3, LMTP, submission, and the sign-in for Postfix. */
public final class Dovecot {
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private final Premises premises;
	private final String name;
	private final MailPorts ports;
	private final Path folder;
	private ServerProcess process;

	/**
	 * Configures it; {@link #start} starts it.
	 *
	 * @param mechanisms of SASL, as in {@code auth_mechanisms}
	 * @param relay      port where its submission hands mails on
	 */
	Dovecot(Premises premises, String name, MailPorts ports, String mechanisms, Introspection introspection, int relay) throws IOException {
		this.premises = premises;
		this.name = name;
		this.ports = ports;
		folder = Files.createDirectory(premises.folder().resolve(name));
		Map<String, String> values = new HashMap<>(ports.values());
		values.putAll(introspection.values());
		values.put("folder", folder.toString());
		values.put("name", premises.folder().getFileName() + "-" + name);
		values.put("mechanisms", mechanisms);
		values.put("mail", premises.folder().resolve("mail").toString());
		values.put("tls", premises.folder().resolve("tls").toString());
		values.put("users", premises.folder().resolve("users").toString());
		values.put("relay", Integer.toString(relay));
		Template template = new Template(values);
		Owner.only(template.write("dovecot.conf", folder.resolve("dovecot.conf")));
		Owner.only(template.write("dovecot-oauth2.conf", folder.resolve("oauth2.conf")));
	}

	public MailPorts ports() {
		return ports;
	}

	void start() throws IOException {
		process = premises.start(name, new ProcessBuilder(Program.find("dovecot").orElseThrow().toString(), "-F", "-c", folder.resolve("dovecot.conf").toString()));
		try {
			Wait.until(name + " listens", () -> !process.alive() || Greeting.of(ports.imap()).startsWith("* OK") && Greeting.of(ports.lmtp()).startsWith("220"), LIMIT);
		} catch (AssertionError e) {
			throw new IOException(e.getMessage() + "\n" + log(), e);
		}
		if (!process.alive()) {
			throw new IOException(name + " ended at once\n" + process.output() + log());
		}
	}

	/** Hangs up on everybody. */
	public void stop() throws IOException, InterruptedException {
		process.stop(LIMIT);
	}

	String log() throws IOException {
		Path log = folder.resolve("dovecot.log");
		return Files.exists(log) ? Files.readString(log) : "";
	}
}
