package org.postkontor.testkit.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's side of one SASL exchange: PLAIN, LOGIN, XOAUTH2, OAUTHBEARER (RFC 4616, 7628). */
final class SaslExchange {

	/** Sends a continuation in the words of the protocol and reads the client's line. */
	@FunctionalInterface
	interface Channel {
		String ask(String base64) throws IOException;
	}

	private static final Pattern XOAUTH2 = Pattern.compile("user=([^\1]*)\1auth=Bearer ([^\1]*)\1\1");
	private static final Pattern BEARER = Pattern.compile("n,a=([^\1]*),\1(?:[^\1]+\1)*?auth=Bearer ([^\1]*)\1\1");

	private final PeerAccounts accounts;
	private final Channel channel;

	SaslExchange(PeerAccounts accounts, Channel channel) {
		this.accounts = accounts;
		this.channel = channel;
	}

	/** @return the user who signed in; empty if refused */
	Optional<String> run(String mechanism, Optional<String> initial) throws IOException {
		return switch (mechanism.toUpperCase(Locale.ROOT)) {
		case "PLAIN" -> plain(first(initial));
		case "LOGIN" -> login(initial);
		case "XOAUTH2" -> token(XOAUTH2, first(initial));
		case "OAUTHBEARER" -> token(BEARER, first(initial));
		default -> Optional.empty();
		};
	}

	private String first(Optional<String> initial) throws IOException {
		return decode(initial.isPresent() ? initial.get() : channel.ask(""));
	}

	private Optional<String> plain(String message) {
		String[] parts = message.split("\0", -1);
		boolean good = parts.length == 3 && accounts.knowsPassword(parts[1], parts[2]);
		return good ? Optional.of(parts[1]) : Optional.empty();
	}

	private Optional<String> login(Optional<String> initial) throws IOException {
		String user = decode(initial.isPresent() ? initial.get() : channel.ask("VXNlcm5hbWU6"));
		String password = decode(channel.ask("UGFzc3dvcmQ6"));
		return accounts.knowsPassword(user, password) ? Optional.of(user) : Optional.empty();
	}

	private Optional<String> token(Pattern format, String message) throws IOException {
		Matcher matcher = format.matcher(message);
		boolean wellFormed = matcher.matches();
		String user = wellFormed ? matcher.group(1).replace("=2C", ",").replace("=3D", "=") : "";
		if (wellFormed && accounts.knowsToken(user, matcher.group(2))) {
			return Optional.of(user);
		}
		if (accounts.oauthError().isPresent()) {
			channel.ask(encode(accounts.oauthError().get()));
		}
		return Optional.empty();
	}

	private static String encode(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String decode(String base64) {
		try {
			return "=".equals(base64) ? "" : new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			return "";
		}
	}
}
