package org.postkontor.testkit.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of an {@link SmtpPeer}. */
final class SmtpSession {

	private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^>]*)>(.*)", Pattern.CASE_INSENSITIVE);
	private static final String SMTPUTF8 = "SMTPUTF8";
	private static final Pattern SIZE = Pattern.compile("(?i).*\\bSIZE=(\\d+).*");

	private final SmtpPeer peer;
	private final Conversation client;
	private final List<String> recipients = new ArrayList<>();
	private Optional<String> user = Optional.empty();
	private Optional<String> sender = Optional.empty();
	private boolean international;

	SmtpSession(SmtpPeer peer, Conversation client) {
		this.peer = peer;
		this.client = client;
	}

	void run() throws IOException {
		if (!peer.faults().meets("GREETING", client)) {
			client.send("220 localhost ESMTP scripted");
		}
		while (!client.ended()) {
			String line = client.line();
			if (line == null) {
				return;
			}
			command(line);
		}
	}

	private void command(String line) throws IOException {
		if (line.length() + 2 > peer.settings().longestLine()) {
			client.send("500 5.5.2 Line too long");
			return;
		}
		String[] words = line.split(" ", 2);
		String verb = words[0].toUpperCase(Locale.ROOT);
		String rest = words.length > 1 ? words[1] : "";
		if (peer.faults().meets(verb, client)) {
			return;
		}
		switch (verb) {
		case "EHLO" -> ehlo();
		case "HELO" -> client.send("250 localhost");
		case "STARTTLS" -> startTls();
		case "AUTH" -> auth(rest);
		case "MAIL" -> mail(rest);
		case "RCPT" -> rcpt(rest);
		case "DATA" -> data();
		case "RSET" -> reset();
		case "NOOP" -> client.send("250 2.0.0 OK");
		case "QUIT" -> quit();
		default -> client.send("502 5.5.1 Command not implemented");
		}
	}

	private void ehlo() throws IOException {
		List<String> lines = new ArrayList<>(List.of("localhost"));
		lines.addAll(peer.settings().capabilities(client.secure()));
		for (int i = 0; i < lines.size(); i++) {
			client.send("250" + (i < lines.size() - 1 ? "-" : " ") + lines.get(i));
		}
	}

	private void startTls() throws IOException {
		if (!peer.settings().capabilities(client.secure()).contains("STARTTLS")) {
			client.send("502 5.5.1 STARTTLS not offered");
			return;
		}
		client.send("220 2.0.0 Ready to start TLS");
		client.upgradeToTls();
		user = Optional.empty();
		forget();
	}

	private void auth(String rest) throws IOException {
		String[] words = rest.trim().split(" +", 2);
		boolean offered = peer.settings().capabilities(client.secure()).stream()
				.filter(line -> line.startsWith("AUTH ")).flatMap(line -> Arrays.stream(line.split(" ")))
				.anyMatch(words[0]::equalsIgnoreCase);
		if (!offered) {
			client.send("504 5.5.4 Unrecognized authentication type");
			return;
		}
		SaslExchange exchange = new SaslExchange(peer.accounts(), base64 -> {
			client.send("334 " + base64);
			return client.requireLine();
		});
		user = exchange.run(words[0], words.length > 1 ? Optional.of(words[1]) : Optional.empty());
		client.send(user.isPresent() ? "235 2.7.0 Authentication successful"
				: "535 5.7.8 Authentication credentials invalid");
	}

	private void mail(String rest) throws IOException {
		Matcher path = PATH.matcher(rest);
		if (peer.settings().authRequired() && user.isEmpty()) {
			client.send("530 5.7.0 Authentication required");
		} else if (!path.matches()) {
			client.send("501 5.5.4 Syntax: MAIL FROM:<address>");
		} else if (!utf8Understood(path)) {
			client.send("553 5.6.7 SMTPUTF8 not offered or not asked for");
		} else if (tooLarge(path.group(2))) {
			client.send("552 5.3.4 Message size exceeds fixed limit");
		} else {
			forget();
			sender = Optional.of(path.group(1));
			international = asksForUtf8(path.group(2));
			client.send("250 2.1.0 OK");
		}
	}

	/** RFC 6531, 3.4: the parameter needs the offer, and an address that is not ASCII needs the parameter. */
	private boolean utf8Understood(Matcher path) {
		boolean asked = asksForUtf8(path.group(2));
		return asked ? peer.settings().capabilities(client.secure()).contains(SMTPUTF8) : isAscii(path.group(1));
	}

	private static boolean asksForUtf8(String parameters) {
		return Arrays.asList(parameters.toUpperCase(Locale.ROOT).split(" ")).contains(SMTPUTF8);
	}

	private static boolean isAscii(String address) {
		return address.chars().allMatch(c -> c < 128);
	}

	private boolean tooLarge(String parameters) {
		Matcher size = SIZE.matcher(parameters);
		return size.matches() && Long.parseLong(size.group(1)) > peer.settings().sizeLimit(client.secure());
	}

	private void rcpt(String rest) throws IOException {
		Matcher path = PATH.matcher(rest);
		if (sender.isEmpty()) {
			client.send("503 5.5.1 Need MAIL first");
		} else if (!path.matches()) {
			client.send("501 5.5.4 Syntax: RCPT TO:<address>");
		} else if (!international && !isAscii(path.group(1))) {
			client.send("553 5.6.7 SMTPUTF8 not asked for");
		} else {
			recipients.add(path.group(1));
			client.send("250 2.1.5 OK");
		}
	}

	private void data() throws IOException {
		if (recipients.isEmpty()) {
			client.send("554 5.5.1 No valid recipients");
			return;
		}
		client.send("354 End data with <CR><LF>.<CR><LF>");
		SmtpBody body = new SmtpBody(peer.settings().bodyLimit(), client);
		byte[] bytes = body.read();
		if (body.refused()) {
			forget();
			return;
		}
		if (!peer.faults().meets("DOT", client)) {
			peer.take(new ReceivedMail(user.orElse(""), utf8(sender.orElse("")), recipients.stream().map(SmtpSession::utf8).toList(), bytes), client);
			if (!peer.faults().meets("ACCEPTED", client)) {
				client.send("250 2.0.0 OK queued");
			}
		}
		forget();
	}

	/** Lines are one byte a character. */
	private static String utf8(String line) {
		return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	private void reset() throws IOException {
		forget();
		client.send("250 2.0.0 OK");
	}

	private void quit() throws IOException {
		client.send("221 2.0.0 Bye");
		client.close();
	}

	private void forget() {
		sender = Optional.empty();
		international = false;
		recipients.clear();
	}
}
