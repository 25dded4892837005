package org.postkontor.testkit.peer;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One connection of an {@link ImapPeer}: greeting, TLS and sign-in; the rest is {@link ImapMailboxCommands}. */
final class ImapSession {

	private final ImapPeer peer;
	private final Conversation client;
	private final ImapMailboxCommands mailboxCommands;
	private boolean signedIn;

	ImapSession(ImapPeer peer, Conversation client) {
		this.peer = peer;
		this.client = client;
		mailboxCommands = new ImapMailboxCommands(peer, client);
	}

	void run() throws IOException {
		if (!peer.faults().meets("GREETING", client)) {
			client.send(peer.greeting());
		}
		signedIn = peer.greeting().startsWith("* PREAUTH");
		while (!client.ended()) {
			String line = client.line();
			if (line == null) {
				return;
			}
			ImapCommand command = ImapCommand.read(line, client);
			if (!meetsFault(command)) {
				answer(command);
			}
		}
	}

	private boolean meetsFault(ImapCommand command) throws IOException {
		Reaction planned = peer.faults().happened(command.name());
		if (planned instanceof Reaction.Reply reply) {
			for (String line : reply.lines()) {
				client.send(line.replaceFirst("^TAG\\b", command.tag()));
			}
			return true;
		}
		return planned != null && planned.react(client);
	}

	private void answer(ImapCommand command) throws IOException {
		switch (command.name()) {
		case "CAPABILITY" -> {
			client.send("* CAPABILITY " + String.join(" ", peer.capabilities(client.secure())));
			ok(command);
		}
		case "NOOP" -> ok(command);
		case "ID" -> {
			client.send("* ID NIL");
			ok(command);
		}
		case "LOGOUT" -> {
			client.send("* BYE");
			ok(command);
			client.close();
		}
		case "STARTTLS" -> startTls(command);
		case "LOGIN" -> login(command);
		case "AUTHENTICATE" -> authenticate(command);
		default -> {
			if (signedIn) {
				mailboxCommands.answer(command);
			} else {
				client.send(command.tag() + " NO sign in first");
			}
		}
		}
	}

	private void ok(ImapCommand command) throws IOException {
		client.send(command.tag() + " OK " + command.name() + " completed");
	}

	private void startTls(ImapCommand command) throws IOException {
		if (!offers("STARTTLS")) {
			client.send(command.tag() + " BAD STARTTLS not offered");
			return;
		}
		client.send(command.tag() + " OK begin TLS");
		client.upgradeToTls();
	}

	private void login(ImapCommand command) throws IOException {
		boolean open = !offers("LOGINDISABLED");
		finish(command, open && peer.accounts().knowsPassword(command.word(0), command.word(1)));
	}

	private void authenticate(ImapCommand command) throws IOException {
		boolean early = command.words().size() > 1;
		if (!offers("AUTH=" + command.word(0).toUpperCase(Locale.ROOT)) || early && !offers("SASL-IR")) {
			client.send(command.tag() + " BAD mechanism or initial response not offered");
			return;
		}
		SaslExchange exchange = new SaslExchange(peer.accounts(), base64 -> {
			client.send("+ " + base64);
			return client.requireLine();
		});
		finish(command,
				exchange.run(command.word(0), early ? Optional.of(command.word(1)) : Optional.empty()).isPresent());
	}

	private void finish(ImapCommand command, boolean good) throws IOException {
		signedIn = good;
		client.send(command.tag() + (good ? " OK signed in" : " NO [AUTHENTICATIONFAILED] Invalid credentials"));
	}

	private boolean offers(String capability) {
		return peer.capabilities(client.secure()).contains(capability);
	}
}
