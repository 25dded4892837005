package org.postkontor.outbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered, taken apart.
 *
 * @param code         three digits (RFC 5321, 4.2); 0 if the text does not begin with one
 * @param enhancedCode RFC 3463, for example {@code 2.0.0}; empty if the server names none
 * @param queueId      the server's own number of the mail, which its operator finds it by; empty if the answer names none
 * @param text         the whole answer, fit for display; empty if there was none
 */
public record ServerReply(int code, String enhancedCode, String queueId, String text) {
	private static final Pattern CODES = Pattern.compile("^(?:HTTP )?([2-5]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?= |$))?");
	/** What the common servers say when they take a mail; the first that matches counts. */
	private static final Pattern[] QUEUE_IDS = { //
			Pattern.compile("queued (?:mail )?(?:as|with id|under) <?([\\w.+/=@-]{4,100})>?", Pattern.CASE_INSENSITIVE), //
			Pattern.compile("\\bInternalId=([\\w.-]{1,100})", Pattern.CASE_INSENSITIVE), //
			Pattern.compile("\\b(?:id|queue-?id)[=:] ?<?([\\w.+/=@-]{4,100})>?", Pattern.CASE_INSENSITIVE), //
			Pattern.compile("(\\S{4,100}) Message accepted for delivery"), //
			Pattern.compile("\\bqp (\\d{2,20})\\b"), //
			Pattern.compile("Message Queued \\(([\\w.-]{4,100})\\)", Pattern.CASE_INSENSITIVE), //
			Pattern.compile("^250 2\\.0\\.0 OK +\\d+ ([\\w.-]{4,100}) - gsmtp$"), //
			Pattern.compile("^250 Ok ([0-9a-f]{16}-[0-9a-f-]{20,60})$", Pattern.CASE_INSENSITIVE) };

	/** @param text of one server's answer, codes first; may be empty */
	public static ServerReply of(String text) {
		Matcher codes = CODES.matcher(text);
		if (!codes.find()) {
			return new ServerReply(0, "", queueId(text), text);
		}
		int code = Integer.parseInt(codes.group(1));
		String enhanced = codes.group(2) == null ? "" : codes.group(2);
		return new ServerReply(code, enhanced, code / 100 == 2 ? queueId(text) : "", text);
	}

	private static String queueId(String text) {
		for (Pattern pattern : QUEUE_IDS) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.find()) {
				return matcher.group(1);
			}
		}
		return "";
	}

	@Override
	public String toString() {
		return text;
	}
}
