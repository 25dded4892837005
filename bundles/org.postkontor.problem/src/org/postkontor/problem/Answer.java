package org.postkontor.problem;

import java.util.List;

/**
 * What the other side said, as far as explanations are chosen by it; without any secret.
 *
 * @param codes in the order they are looked up, most telling first: vendor numbers ({@code 700082}), enhanced status codes
 *              ({@code 5.7.139}), response codes, OAuth errors
 * @param text  the decoded words, one line
 */
public record Answer(Source source, List<String> codes, String text) {
	public Answer {
		codes = List.copyOf(codes);
	}

	/** Who speaks. */
	public enum Source {
		OAUTH, SMTP, IMAP, POP3, GRAPH, EWS, TLS, PROXY
	}
}
