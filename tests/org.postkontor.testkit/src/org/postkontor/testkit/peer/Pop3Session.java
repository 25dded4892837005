package org.postkontor.testkit.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection of a {@link Pop3Peer}. */
final class Pop3Session {

	private final Pop3Peer peer;
	private final Conversation client;
	private final List<PopMail> deleted = new ArrayList<>();
	private List<PopMail> drop = List.of();
	private String name = "";
	private boolean signedIn;

	Pop3Session(Pop3Peer peer, Conversation client) {
		this.peer = peer;
		this.client = client;
	}

	void run() throws IOException {
		if (!peer.faults().meets("GREETING", client)) {
			client.send("+OK scripted POP3 ready");
		}
		while (!client.ended()) {
			String line = client.line();
			if (line == null) {
				return;
			}
			String[] words = line.split(" ");
			String verb = words[0].toUpperCase(Locale.ROOT);
			if (!peer.faults().meets(verb, client)) {
				command(verb, words, line);
			}
		}
	}

	private void command(String verb, String[] words, String line) throws IOException {
		switch (verb) {
		case "CAPA" -> capa();
		case "STLS" -> stls();
		case "USER" -> user(words);
		case "PASS" -> signIn(peer.accounts().knowsPassword(name, line.substring(Math.min(5, line.length()))));
		case "AUTH" -> auth(words);
		case "NOOP" -> client.send("+OK");
		case "QUIT" -> quit();
		default -> transaction(verb, words);
		}
	}

	private void transaction(String verb, String[] words) throws IOException {
		if (!signedIn) {
			client.send("-ERR sign in first");
			return;
		}
		switch (verb) {
		case "STAT" -> client.send("+OK " + drop.size() + " " + drop.stream().mapToLong(m -> m.bytes().length).sum());
		case "LIST" -> listing(words, mail -> Integer.toString(mail.bytes().length));
		case "UIDL" -> listing(words, PopMail::uidl);
		case "RETR" -> retrieve(words, -1);
		case "TOP" -> retrieve(words, words.length > 2 ? Integer.parseInt(words[2]) : 0);
		case "DELE" -> delete(words);
		case "RSET" -> {
			deleted.clear();
			client.send("+OK");
		}
		default -> client.send("-ERR unknown command");
		}
	}

	private void capa() throws IOException {
		client.send("+OK");
		for (String line : peer.capabilities()) {
			client.send(line);
		}
		if (peer.offersUpgrade(client)) {
			client.send("STLS");
		}
		client.send(".");
	}

	private void stls() throws IOException {
		if (!peer.offersUpgrade(client)) {
			client.send("-ERR STLS not offered");
			return;
		}
		client.send("+OK begin TLS");
		client.upgradeToTls();
	}

	private void user(String[] words) throws IOException {
		name = words.length > 1 ? words[1] : "";
		client.send("+OK");
	}

	private void auth(String[] words) throws IOException {
		if (words.length < 2 || peer.capabilities().stream().noneMatch(line -> line.startsWith("SASL ")
				&& List.of(line.split(" ")).contains(words[1].toUpperCase(Locale.ROOT)))) {
			client.send("-ERR mechanism not offered");
			return;
		}
		SaslExchange exchange = new SaslExchange(peer.accounts(), base64 -> {
			client.send("+ " + base64);
			return client.requireLine();
		});
		signIn(exchange.run(words[1], words.length > 2 ? Optional.of(words[2]) : Optional.empty()).isPresent());
	}

	private void signIn(boolean good) throws IOException {
		signedIn = good;
		drop = good ? peer.mails() : List.of();
		client.send(good ? "+OK signed in" : "-ERR [AUTH] Authentication failure: unknown user name or bad password.");
	}

	private void listing(String[] words, java.util.function.Function<PopMail, String> value) throws IOException {
		if (words.length > 1) {
			Optional<PopMail> mail = mail(words);
			client.send(mail.isPresent() ? "+OK " + words[1] + " " + value.apply(mail.get()) : "-ERR no such message");
			return;
		}
		client.send("+OK");
		for (int i = 0; i < drop.size(); i++) {
			if (!deleted.contains(drop.get(i))) {
				client.send((i + 1) + " " + value.apply(drop.get(i)));
			}
		}
		client.send(".");
	}

	private void retrieve(String[] words, int lines) throws IOException {
		Optional<PopMail> mail = mail(words);
		if (mail.isEmpty()) {
			client.send("-ERR no such message");
			return;
		}
		client.send("+OK " + mail.get().bytes().length + " octets");
		client.sendRaw((new String(mail.get().wire(lines), StandardCharsets.ISO_8859_1) + ".\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
	}

	private void delete(String[] words) throws IOException {
		Optional<PopMail> mail = mail(words);
		mail.ifPresent(deleted::add);
		client.send(mail.isPresent() ? "+OK" : "-ERR no such message");
	}

	private Optional<PopMail> mail(String[] words) {
		int number = words.length > 1 && words[1].matches("\\d{1,6}") ? Integer.parseInt(words[1]) : 0;
		return number < 1 || number > drop.size() || deleted.contains(drop.get(number - 1)) ? Optional.empty()
				: Optional.of(drop.get(number - 1));
	}

	/** Only a proper QUIT deletes (RFC 1939, section 6). */
	private void quit() throws IOException {
		peer.remove(deleted);
		client.send("+OK bye");
		client.close();
	}
}
