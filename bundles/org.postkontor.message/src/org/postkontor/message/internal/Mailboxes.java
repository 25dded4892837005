package org.postkontor.message.internal;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Reads mailboxes strictly: what cannot be an address is refused, domains become A-labels (RFC 5890), so that only a local part
 * can need SMTPUTF8 (RFC 6531). Texts are normalised (NFC, RFC 6532 3.1) before they are read: doing so later could make an ASCII
 * character with a meaning out of another.
 */
final class Mailboxes {
	/** Bytes of a path without its brackets (RFC 5321, 4.5.3.1.3). */
	private static final int LONGEST = 254;

	private Mailboxes() {
	}

	/** @param field name of the header field, for the message */
	static List<InternetAddress> parse(String field, List<String> texts) throws ProblemException {
		List<InternetAddress> result = new ArrayList<>();
		for (String text : texts) {
			result.addAll(parse(field, text));
		}
		return result;
	}

	private static List<InternetAddress> parse(String field, String text) throws ProblemException {
		HeaderText.checked(field, text);
		List<InternetAddress> result = new ArrayList<>();
		try {
			for (InternetAddress parsed : InternetAddress.parse(normalised(text), false)) {
				if (parsed.isGroup()) {
					throw MessageProblems.address(text);
				}
				InternetAddress mailbox = new InternetAddress();
				mailbox.setAddress(bare(parsed.getAddress()));
				@Nullable
				String personal = parsed.getPersonal();
				if (personal != null && !personal.isBlank()) {
					mailbox.setPersonal(HeaderText.clean(personal), "UTF-8");
				}
				result.add(mailbox);
			}
		} catch (AddressException | UnsupportedEncodingException e) {
			throw MessageProblems.address(text);
		}
		if (result.isEmpty()) {
			throw MessageProblems.address(text);
		}
		return result;
	}

	/** A bare address with the domain as A-label, fit for {@code MAIL FROM} and {@code RCPT TO}. */
	static String bare(@Nullable String text) throws ProblemException {
		if (text == null) {
			throw MessageProblems.address("");
		}
		String address = normalised(text);
		int at = address.lastIndexOf('@');
		if (at <= 0 || at == address.length() - 1 || address.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw MessageProblems.address(address);
		}
		String local = address.substring(0, at);
		if (local.chars().anyMatch(c -> c < ' ' || c == 127 || c == '<' || c == '>') || local.contains(" ") && !local.startsWith("\"")) {
			throw MessageProblems.address(address);
		}
		if (local.codePoints().anyMatch(c -> c > 127 && (Character.isSpaceChar(c) || !HeaderText.isVisible(c)))) {
			throw MessageProblems.address(address);
		}
		return local + "@" + domain(address.substring(at + 1), address);
	}

	private static String normalised(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	private static String domain(String domain, String address) throws ProblemException {
		if (domain.matches("\\[[0-9A-Za-z.:]+\\]")) {
			return domain;
		}
		try {
			String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			if (ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..")) {
				throw MessageProblems.address(address);
			}
			return ascii;
		} catch (IllegalArgumentException e) {
			throw MessageProblems.address(address);
		}
	}

	/** The addresses in order, each once; domains do not differ by case, local parts do. */
	static List<String> recipients(List<InternetAddress> mailboxes) {
		Map<String, String> seen = new LinkedHashMap<>();
		mailboxes.forEach(m -> seen.putIfAbsent(m.getAddress(), m.getAddress()));
		return List.copyOf(seen.values());
	}
}
