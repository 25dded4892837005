package org.postkontor.transport.exchange.tests;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** To whom a service would deliver: it reads To, Cc and Bcc, and what the request names beside the mail. */
final class Recipients {
	private static final Pattern LINE = Pattern.compile("(?im)^(?:To|Cc|Bcc):((?:.*\\r\\n[ \\t])*.*)$");
	private static final Pattern ADDRESS = Pattern.compile("[\\w.-]+@[\\w.-]+");

	private Recipients() {
	}

	static Set<String> of(Stage.Taken taken) {
		String mail = new String(taken.bytes(), StandardCharsets.ISO_8859_1);
		String header = mail.substring(0, mail.indexOf("\r\n\r\n"));
		StringBuilder lines = new StringBuilder(taken.beside()).append(' ');
		LINE.matcher(header).results().map(found -> found.group(1)).forEach(lines::append);
		Set<String> addresses = new TreeSet<>();
		ADDRESS.matcher(lines).results().map(MatchResult::group).forEach(addresses::add);
		return addresses;
	}
}
