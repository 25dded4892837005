package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.postkontor.testkit.Wait;

/**
 * One Postfix, which signs people in through the two Dovecots and delivers to one of them. How it answers recipients is in
 * {@code postfix-recipients} beside this class.
 */
public final class Postfix {
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private final Premises premises;
	private final Path folder;
	private final Path settings;
	private final Ports ports;
	private ServerProcess process;

	/**
	 * @param starttls submission with STARTTLS (587); signs in by the older mechanism only
	 * @param implicit submission inside TLS (465); signs in by the newer one
	 * @param small    as {@code implicit}, for small mails only
	 * @param relay    for Dovecot's own submission, without a sign-in
	 */
	public record Ports(int starttls, int implicit, int small, int relay) {
		static Ports find(FreePorts free) throws IOException {
			return new Ports(free.next(), free.next(), free.next(), free.next());
		}
	}

	Postfix(Premises premises, Ports ports, MailPorts classic, MailPorts modern, int policy) throws IOException, InterruptedException {
		this.premises = premises;
		this.ports = ports;
		folder = Owner.folder(premises.folder().resolve("postfix"), "root");
		Owner.folder(folder.resolve("queue"), "root");
		Owner.folder(folder.resolve("data"), "postfix");
		settings = Owner.folder(folder.resolve("etc"), "root");
		Map<String, String> values = new HashMap<>();
		values.put("folder", folder.toString());
		values.put("mail", premises.folder().resolve("mail").toString());
		values.put("tls", premises.folder().resolve("tls").toString());
		values.put("lmtp", Integer.toString(modern.lmtp()));
		values.put("classicAuth", Integer.toString(classic.auth()));
		values.put("modernAuth", Integer.toString(modern.auth()));
		values.put("starttls", Integer.toString(ports.starttls()));
		values.put("implicit", Integer.toString(ports.implicit()));
		values.put("small", Integer.toString(ports.small()));
		values.put("relay", Integer.toString(ports.relay()));
		values.put("policy", Integer.toString(policy));
		Template template = new Template(values);
		template.write("postfix-main.cf", settings.resolve("main.cf"));
		template.write("postfix-master.cf", settings.resolve("master.cf"));
		template.write("postfix-recipients", folder.resolve("recipients"));
		Program.output(Program.find("postfix").orElseThrow().toString(), "-c", settings.toString(), "check");
	}

	public Ports ports() {
		return ports;
	}

	/** Not by its script, which would put it into the background. */
	void start() throws IOException {
		process = premises.start("postfix", new ProcessBuilder(Program.find("master").orElseThrow().toString(), "-d", "-c", settings.toString()));
		try {
			Wait.until("Postfix listens", () -> !process.alive() || Greeting.of(ports.starttls()).startsWith("220"), LIMIT);
		} catch (AssertionError e) {
			throw new IOException(e.getMessage() + "\n" + log(), e);
		}
		if (!process.alive()) {
			throw new IOException("Postfix ended at once\n" + process.output() + log());
		}
	}

	/** Hangs up on everybody, and listens again at the same ports some moments later. */
	public void restart() throws IOException, InterruptedException {
		stop();
		start();
	}

	public void stop() throws IOException, InterruptedException {
		process.stop(LIMIT);
	}

	/** As {@code postfix reload}: the processes that serve nobody end, and with them what they have open. */
	void reload() throws IOException, InterruptedException {
		process.signal("HUP");
	}

	/** Whether every mail has left the queue. */
	public boolean queueIsEmpty() throws IOException, InterruptedException {
		return Program.output("postqueue", "-c", settings.toString(), "-j").isEmpty();
	}

	/** What it wrote down so far. */
	public String log() throws IOException {
		Path log = folder.resolve("postfix.log");
		return Files.exists(log) ? Files.readString(log) : "";
	}
}
