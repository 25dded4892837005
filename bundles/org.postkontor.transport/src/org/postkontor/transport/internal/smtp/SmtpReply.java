package org.postkontor.transport.internal.smtp;

import java.util.List;
import java.util.regex.Pattern;

import org.postkontor.transport.ServerText;

/**
 * What a server answered to one command (RFC 5321, 4.2).
 *
 * @param code three digits, or {@link #NO_CODE} if there was no complete answer or its lines disagree
 * @param text all lines, made fit for display
 */
record SmtpReply(int code, String text) {
	static final int NO_CODE = -1;
	private static final Pattern LINE = Pattern.compile("[2-5]\\d\\d([ -].*)?");

	/** Nothing came. */
	static final SmtpReply NONE = new SmtpReply(NO_CODE, "");

	/** @param complete whether the last line of the answer was read */
	static SmtpReply of(String raw, boolean complete) {
		List<String> lines = raw.lines().toList();
		boolean wellFormed = complete && !lines.isEmpty() && lines.stream().allMatch(line -> LINE.matcher(line).matches());
		boolean agreed = wellFormed && lines.stream().map(line -> line.substring(0, 3)).distinct().count() == 1;
		return new SmtpReply(agreed ? Integer.parseInt(lines.get(0).substring(0, 3)) : NO_CODE, ServerText.clean(raw));
	}

	boolean isPositive() {
		return code / 100 == 2;
	}

	boolean isTransient() {
		return code / 100 == 4;
	}

	boolean isPermanent() {
		return code / 100 == 5;
	}

	/** 421: the server ends the connection, whatever the command was. */
	boolean isGoodbye() {
		return code == 421;
	}

	/** The client is not (or no longer) authenticated. */
	boolean isAboutAuthentication() {
		return code == 530 || code == 535;
	}
}
