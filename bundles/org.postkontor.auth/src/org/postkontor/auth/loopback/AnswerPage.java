package org.postkontor.auth.loopback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the browser shows at the end: fixed texts only, nothing of the request; light or dark as everything there. Its one
 * script takes the code out of the address bar; without scripts the page is the same, and the code, used up, stays there.
 */
final class AnswerPage {
	private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;background:#f3f5f7;color:#1d2530;margin:0}"
			+ "main{max-width:28rem;margin:12vh auto;background:#fff;padding:2rem;border-radius:.75rem}h1{font-size:1.4rem;margin:0 0 1rem}p{margin:0}"
			+ "@media(prefers-color-scheme:dark){body{background:#14181d;color:#e8ecf1}main{background:#1f252d}}";
	/** A redirect to an address without the query would need a listener, and a program, that outlives the sign-in. */
	private static final String SCRIPT = "history.replaceState(null,'',location.pathname)";
	/** Allows this style, this script and nothing else: CSP Level 3, hash sources. */
	private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; script-src 'sha256-" + sha256(SCRIPT)
			+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private final ResourceBundle texts;

	AnswerPage(Locale locale) {
		this.texts = ResourceBundle.getBundle("org.postkontor.auth.loopback.pages", locale, AnswerPage.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** The same page in the language the browser prefers, if it is one of ours. @param acceptLanguage RFC 9110, 12.5.4; may be empty */
	AnswerPage forBrowser(String acceptLanguage) {
		String preferred = acceptLanguage.strip().split("[-,;]", 2)[0].toLowerCase(Locale.ROOT);
		return preferred.equals("de") || preferred.equals("en") ? new AnswerPage(Locale.of(preferred)) : this;
	}

	/** The whole HTTP answer. @param text key of title and text: {@code received}, {@code consented}, {@code refused} or {@code ignored} */
	byte[] answer(int status, String text) {
		String title = texts.getString(text + ".title");
		byte[] body = ("<!DOCTYPE html><html lang=\"" + texts.getString("language") + "\"><head><meta charset=\"utf-8\"><title>" + title
				+ "</title><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><script>" + SCRIPT
				+ "</script><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1><p>" + texts.getString(text + ".text") + "</p></main></body></html>")
				.getBytes(StandardCharsets.UTF_8);
		byte[] head = ("HTTP/1.1 " + status + " " + (status == 200 ? "OK" : "Refused") + "\r\nContent-Type: text/html; charset=utf-8\r\n"
				+ "Content-Length: " + body.length + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
				+ "X-Content-Type-Options: nosniff\r\nVary: Accept-Language\r\nContent-Security-Policy: " + POLICY + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII);
		byte[] all = new byte[head.length + body.length];
		System.arraycopy(head, 0, all, 0, head.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}

	private static String sha256(String text) {
		try {
			return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) { // every Java has it
			throw new IllegalStateException(e);
		}
	}
}
