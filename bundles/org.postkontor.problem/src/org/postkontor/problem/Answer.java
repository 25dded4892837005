package org.postkontor.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the other side said, as far as explanations are chosen by it; without any secret.
 *
 * @param codes in the order they are looked up, most telling first: vendor numbers ({@code 700082}), enhanced status codes
 *              ({@code 5.7.139}), response codes, OAuth errors
 * @param text  the decoded words, one line
 */
public record Answer(Source source, List<String> codes, String text) {
	/** Enhanced status code (RFC 3463); not a part of an IP address. */
	private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
	/** Response code of IMAP (RFC 5530) or POP3 (RFC 2449). */
	private static final Pattern RESPONSE = Pattern.compile("\\[([A-Z][A-Z0-9/-]{2,30})[ \\]]");
	/** The error inside a SASL exchange (RFC 7628, 3.2.2). */
	private static final Pattern SASL_STATUS = Pattern.compile("\"status\"\\s*:\\s*\"?(\\w{1,40})");
	/** Reply code of SMTP. */
	private static final Pattern REPLY = Pattern.compile("^([245]\\d\\d)(?=[ -])");

	public Answer {
		codes = List.copyOf(codes);
	}

	/** An answer whose codes stand in its words, as with mail servers. */
	public static Answer said(Source source, String text) {
		Set<String> codes = new LinkedHashSet<>();
		for (Pattern pattern : List.of(ENHANCED, RESPONSE, SASL_STATUS, REPLY)) {
			pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
		}
		return new Answer(source, List.copyOf(codes), text);
	}

	/** Who speaks. */
	public enum Source {
		OAUTH, SMTP, IMAP, POP3, GRAPH, EWS, TLS, PROXY
	}
}
