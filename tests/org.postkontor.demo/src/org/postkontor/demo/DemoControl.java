package org.postkontor.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.icegreen.greenmail.store.StoredMessage;

import jakarta.mail.MessagingException;

/**
 * The hand of a test inside the demo world, over http on loopback with a token from {@code demo.json}
 * ({@code Authorization: Bearer …}).
 * <ul>
 * <li>{@code /mailbox?user=&folder=}: JSON list of {@code uid, messageId, size, sha256}
 * <li>{@code /message?user=&folder=&uid=}: the raw bytes
 * <li>{@code /purge}: empties all mailboxes
 * <li>{@code /fault?lane=smtp|imap|pop3&kind=…}: see {@link DemoFaults}
 * <li>{@code /idp?…}: see {@link DemoFaults}
 * </ul>
 * Anything else is a 400 or 404 with a reason.
 */
final class DemoControl implements AutoCloseable {

	private final HttpPeer server = HttpPeer.http();
	private final String token = new BigInteger(160, new SecureRandom()).toString(36);
	private final DemoMail mail;

	DemoControl(DemoMail mail, IdentityProvider provider) throws IOException {
		this.mail = mail;
		DemoFaults faults = new DemoFaults(mail, provider);
		route("/mailbox", this::mailbox);
		route("/message", this::message);
		route("/purge", query -> {
			mail.purge();
			return HttpAnswer.json(200, "{}");
		});
		route("/fault", faults::cable);
		route("/idp", faults::provider);
	}

	String url() {
		return "http://127.0.0.1:" + server.port();
	}

	String token() {
		return token;
	}

	private void route(String path, Function<Map<String, String>, HttpAnswer> handler) {
		server.route(path, seen -> {
			if (!seen.header("authorization").equals("Bearer " + token)) {
				return HttpAnswer.of(401, "text/plain", "the token of demo.json is wanted");
			}
			try {
				return handler.apply(query(seen));
			} catch (IllegalArgumentException e) {
				return HttpAnswer.of(400, "text/plain", "not understood: " + e.getMessage());
			}
		});
	}

	private static Map<String, String> query(HttpSeen seen) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : seen.query().split("&")) {
			String[] parts = pair.split("=", 2);
			values.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
		}
		return values;
	}

	private HttpAnswer mailbox(Map<String, String> query) {
		JsonArray list = new JsonArray();
		for (StoredMessage message : messages(query)) {
			byte[] bytes = DemoMail.bytes(message);
			JsonObject entry = new JsonObject();
			entry.addProperty("uid", message.getUid());
			entry.addProperty("messageId", messageId(message));
			entry.addProperty("size", bytes.length);
			entry.addProperty("sha256", sha256(bytes));
			list.add(entry);
		}
		return HttpAnswer.json(200, list.toString());
	}

	private HttpAnswer message(Map<String, String> query) {
		long uid = Long.parseLong(query.getOrDefault("uid", ""));
		return messages(query).stream().filter(message -> message.getUid() == uid).findFirst()
				.map(message -> HttpAnswer.bytes("message/rfc822", DemoMail.bytes(message)))
				.orElseThrow(() -> new IllegalArgumentException("uid"));
	}

	private List<StoredMessage> messages(Map<String, String> query) {
		return mail.messages(query.getOrDefault("user", ""), query.getOrDefault("folder", "INBOX"));
	}

	private static String messageId(StoredMessage message) {
		try {
			return message.getMimeMessage().getMessageID();
		} catch (MessagingException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return java.util.HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		server.close();
	}
}
