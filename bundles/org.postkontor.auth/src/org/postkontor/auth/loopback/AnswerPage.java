package org.postkontor.auth.loopback;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the browser shows at the end: fixed texts only, nothing of the request, no script. */
final class AnswerPage {
	private final ResourceBundle texts;

	AnswerPage(Locale locale) {
		this.texts = ResourceBundle.getBundle("org.postkontor.auth.loopback.pages", locale, AnswerPage.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** The whole HTTP answer. @param text key of title and text: {@code received}, {@code consented}, {@code refused} or {@code ignored} */
	byte[] answer(int status, String text) {
		String title = texts.getString(text + ".title");
		byte[] body = ("<!DOCTYPE html><html lang=\"" + texts.getString("language") + "\"><head><meta charset=\"utf-8\"><title>" + title
				+ "</title></head><body><h1>" + title + "</h1><p>" + texts.getString(text + ".text") + "</p></body></html>")
				.getBytes(StandardCharsets.UTF_8);
		byte[] head = ("HTTP/1.1 " + status + " " + (status == 200 ? "OK" : "Refused") + "\r\nContent-Type: text/html; charset=utf-8\r\n"
				+ "Content-Length: " + body.length + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
				+ "X-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; "
				+ "frame-ancestors 'none'\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		byte[] all = new byte[head.length + body.length];
		System.arraycopy(head, 0, all, 0, head.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}
}
