package org.postkontor.testkit.peer;

import java.util.List;

/** How an {@link SmtpPeer} presents itself. */
record SmtpSettings(List<String> plain, List<String> secure, boolean authRequired, int longestLine,
		BodyLimit bodyLimit) {

	/** After how many bytes of a body which reply is sent too early; off if negative. */
	record BodyLimit(int bytes, String reply, boolean hangUp) {
	}

	private static final List<String> BASE = List.of("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "DSN",
			"SIZE 52428800");
	private static final String AUTH = "AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER";
	private static final int LONG_ENOUGH = 12_288;

	static SmtpSettings standard(ServerTls tls) {
		List<String> secure = append(BASE, AUTH);
		List<String> plain = tls instanceof ServerTls.Upgrade ? append(BASE, "STARTTLS") : secure;
		return new SmtpSettings(plain, secure, false, LONG_ENOUGH, new BodyLimit(-1, "", false));
	}

	private static List<String> append(List<String> list, String last) {
		return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last)).toList();
	}

	SmtpSettings withPlain(List<String> keywords) {
		return new SmtpSettings(keywords, secure, authRequired, longestLine, bodyLimit);
	}

	SmtpSettings withSecure(List<String> keywords) {
		return new SmtpSettings(plain, keywords, authRequired, longestLine, bodyLimit);
	}

	SmtpSettings withAuthRequired(boolean required) {
		return new SmtpSettings(plain, secure, required, longestLine, bodyLimit);
	}

	SmtpSettings withLongestLine(int octets) {
		return new SmtpSettings(plain, secure, authRequired, octets, bodyLimit);
	}

	SmtpSettings withBodyLimit(BodyLimit limit) {
		return new SmtpSettings(plain, secure, authRequired, longestLine, limit);
	}

	List<String> capabilities(boolean tls) {
		return tls ? secure : plain;
	}

	/** The advertised limit of RFC 1870, or the largest number. */
	long sizeLimit(boolean tls) {
		return capabilities(tls).stream().filter(word -> word.matches("SIZE \\d+"))
				.mapToLong(word -> Long.parseLong(word.substring(5))).findFirst().orElse(Long.MAX_VALUE);
	}
}
