package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;

/**
 * The mail servers of one small office, {@code example.test}: two Dovecots on the same mailboxes and a Postfix. The modern Dovecot
 * knows OAUTHBEARER, the classic one XOAUTH2 only; both take passwords. Anybody's mailbox appears with the first mail.
 */
public final class RealMail implements AutoCloseable {
	private static final int TRIES = 3;
	private final Premises premises;
	private final PolicyServer policy;
	private final HeldRecipients held;
	private final Dovecot modern;
	private final Dovecot classic;
	private final Postfix postfix;

	private RealMail(Premises premises, PolicyServer policy, HeldRecipients held, Dovecot modern, Dovecot classic, Postfix postfix) {
		this.premises = premises;
		this.policy = policy;
		this.held = held;
		this.modern = modern;
		this.classic = classic;
		this.postfix = postfix;
	}

	/** Starts all of them; once more with other ports if somebody else took one meanwhile. */
	public static RealMail start(TestAuthority authority, Introspection introspection, List<MailUser> users) throws IOException, InterruptedException {
		for (int i = 1;; i++) {
			Premises premises = Premises.open();
			try {
				return start(premises, authority, introspection, users);
			} catch (IOException e) {
				premises.close();
				if (i == TRIES || !e.getMessage().contains("Address already in use")) {
					throw e;
				}
			}
		}
	}

	private static RealMail start(Premises premises, TestAuthority authority, Introspection introspection, List<MailUser> users)
			throws IOException, InterruptedException {
		Path folder = premises.folder();
		ServerIdentity identity = authority.server("localhost", "127.0.0.1");
		new TlsFiles(identity, authority).write(Files.createDirectory(folder.resolve("tls")));
		Owner.folder(folder.resolve("mail"), "mail");
		Path list = Owner.only(Files.writeString(folder.resolve("users"), String.join("", users.stream().map(MailUser::line).toList())));
		Owner.give(list, "dovecot");
		FreePorts free = new FreePorts();
		Greylist greylist = new Greylist();
		HeldRecipients held = new HeldRecipients();
		PolicyServer policy = new PolicyServer(request -> request.get("recipient").startsWith("held@") ? held.decide() : greylist.decide(request));
		Postfix.Ports ports = Postfix.Ports.find(free);
		Dovecot modern = new Dovecot(premises, "modern", MailPorts.find(free), "plain oauthbearer xoauth2", introspection, ports.relay());
		Dovecot classic = new Dovecot(premises, "classic", MailPorts.find(free), "plain xoauth2", introspection, ports.relay());
		Postfix postfix = new Postfix(premises, ports, classic.ports(), modern.ports(), policy.port());
		modern.start();
		classic.start();
		postfix.start();
		return new RealMail(premises, policy, held, modern, classic, postfix);
	}

	public Dovecot modern() {
		return modern;
	}

	public Dovecot classic() {
		return classic;
	}

	/**
	 * Starts it again after {@link Dovecot#stop()}. Postfix keeps its connections for sign-ins and would answer the next one with 454
	 * for each that is gone.
	 */
	public void startAgain(Dovecot stopped) throws IOException, InterruptedException {
		stopped.start();
		postfix.reload();
	}

	public Postfix postfix() {
		return postfix;
	}

	/** Whoever sends to {@code held@} waits for it. */
	public HeldRecipients held() {
		return held;
	}

	/** Versions as the programs tell them. */
	public static String dovecotVersion() throws IOException, InterruptedException {
		return "Dovecot " + Program.output(Program.find("dovecot").orElseThrow().toString(), "--version").split(" ")[0];
	}

	public static String postfixVersion() throws IOException, InterruptedException {
		return "Postfix " + Program.output("postconf", "-d", "-h", "mail_version");
	}

	/** The files of a folder of a mailbox, oldest first; {@code INBOX} or the name of another. */
	public List<Path> stored(String address, String mailbox) throws IOException {
		return new Maildir(premises.folder().resolve("mail").resolve(address), mailbox).files();
	}

	/** Lines of the servers' logs that have all the words, oldest first for each server. */
	public List<String> logged(String... words) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String log : List.of(modern.log(), classic.log(), postfix.log())) {
			log.lines().filter(line -> Stream.of(words).allMatch(line::contains)).forEach(lines::add);
		}
		return lines;
	}

	/** Gives the logs of all servers to somebody, by name. */
	public void logs(Consumer<Path> reader) throws IOException {
		try (var files = Files.find(premises.folder(), 2, (file, a) -> file.toString().matches(".*\\.(log|out)"))) {
			files.sorted().forEach(reader);
		}
	}

	@Override
	public void close() throws IOException {
		premises.close();
		policy.close();
	}
}
