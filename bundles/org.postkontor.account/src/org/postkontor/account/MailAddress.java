package org.postkontor.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * An e-mail address as the user typed it, trimmed, with the domain also as A-label (RFC 5890). The local part is kept as
 * it is but for NFC (it may be internationalised, RFC 6531).
 *
 * @param local  never empty
 * @param domain as typed, lower case, Unicode
 */
public record MailAddress(String local, String domain) {
	/**
	 * Parses what a user types: surrounding blanks and a {@code mailto:} prefix are dropped.
	 *
	 * @throws ProblemException of kind INPUT: address without domain, with blanks inside, or with an impossible domain
	 */
	public static MailAddress parse(String text) throws ProblemException {
		String trimmed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
		if (trimmed.regionMatches(true, 0, "mailto:", 0, 7)) {
			trimmed = trimmed.substring(7);
		}
		int at = trimmed.lastIndexOf('@');
		if (at <= 0 || at == trimmed.length() - 1) {
			throw problem("address.no-domain", text);
		}
		String local = trimmed.substring(0, at);
		String domain = trimmed.substring(at + 1).toLowerCase(Locale.ROOT);
		if (trimmed.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '<' || c == '>' || c == ',')
				|| local.contains("@")) {
			throw problem("address.characters", text);
		}
		try {
			String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
			if (!ascii.contains(".") || ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..") || ascii.length() > 253) {
				throw problem("address.domain", text);
			}
			return new MailAddress(local, IDN.toUnicode(ascii).toLowerCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			throw problem("address.domain", text);
		}
	}

	/** The domain as A-label, for DNS and SMTP without SMTPUTF8. */
	public String asciiDomain() {
		return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
	}

	/** For protocols: local part and A-label domain. */
	public String ascii() {
		return local + "@" + asciiDomain();
	}

	/** For people: Unicode. */
	@Override
	public String toString() {
		return local + "@" + domain;
	}

	private static ProblemException problem(String id, String text) {
		return new ProblemException(Problem.of(id, ProblemKind.INPUT, Fixer.USER, Remedy.EDIT_ACCOUNT).with("address", text.strip()));
	}
}
