package org.postkontor.testkit.idp;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.testkit.peer.HttpAnswer;

/** The pages a person sees. Every value is escaped; nothing is loaded from elsewhere. */
final class LoginPage {

	private static final String STYLE = """
			body{font:16px/1.5 system-ui,sans-serif;background:#f3f5f7;color:#1d2530;margin:0}
			main{max-width:24rem;margin:8vh auto;background:#fff;padding:2rem;border-radius:.75rem;\
			box-shadow:0 2px 12px #0002}
			h1{font-size:1.4rem;margin:0 0 1rem}label{display:block;margin:.75rem 0 .25rem}
			input{width:100%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #8895a7;\
			border-radius:.4rem}
			.note{font-size:.85rem;opacity:.75}
			ul{margin:.25rem 0 1.25rem;padding-left:1.25rem}.wrong{color:#a4161a;font-weight:600}
			button{font:inherit;padding:.5rem 1.25rem;border-radius:.4rem;border:1px solid #1f5fa8;cursor:pointer}
			.yes{background:#1f5fa8;color:#fff}.no{background:#fff;color:#1f5fa8;margin-left:.5rem}
			@media(prefers-color-scheme:dark){body{background:#14181d;color:#e8ecf1}main{background:#1f252d}\
			input{background:#14181d;color:inherit}.no{background:none;color:#8dbcf0}.wrong{color:#ff8a8a}}
			""";

	private final LoginTexts texts;
	private final String note;

	/** @param note a line shown with the form; empty for none */
	LoginPage(LoginTexts texts, String note) {
		this.texts = texts;
		this.note = note;
	}

	/** Asks for user and password and names the rights; {@code problem} is a text key or empty. */
	HttpAnswer login(String action, Map<String, String> hidden, String client, Set<String> scopes, String user,
			String problem) {
		return page(200, form(action, hidden) + note() + problem(problem) + userAndPassword(user) + "<p>"
				+ escape(String.format(texts.get("wants"), client)) + "</p>" + rights(scopes) + buttons() + "</form>");
	}

	/** Asks for the code that a device shows, and for user and password. */
	HttpAnswer device(String action, String code, Set<String> scopes, String problem) {
		return page(200, form(action, Map.of()) + problem(problem) + field("user_code", "text", texts.get("code"), code, false)
				+ userAndPassword("") + rights(scopes) + buttons() + "</form>");
	}

	/** OAuth 2.0 Form Post Response Mode: a form that sends itself. */
	HttpAnswer formPost(String action, Map<String, String> values) {
		return page(200, "<p>" + escape(texts.get("forwarding")) + "</p>" + form(action, values)
				+ "<button class=\"yes\" type=\"submit\">" + escape(texts.get("continue")) + "</button></form>"
				+ "<script>document.forms[0].submit()</script>");
	}

	HttpAnswer text(int status, String text) {
		return page(status, "<p>" + escape(text) + "</p>");
	}

	private HttpAnswer page(int status, String body) {
		return HttpAnswer.html(status, "<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"><head>"
				+ "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
				+ escape(texts.get("title")) + "</title><style>" + STYLE + "</style></head><body><main><h1>"
				+ escape(texts.get("heading")) + "</h1>" + body + "</main></body></html>\n")
				.withHeader("Cache-Control", "no-store").withHeader("Referrer-Policy", "no-referrer");
	}

	private static String form(String action, Map<String, String> hidden) {
		return "<form method=\"post\" action=\"" + escape(action) + "\">" + hidden.entrySet().stream()
				.map(entry -> "<input type=\"hidden\" name=\"" + escape(entry.getKey()) + "\" value=\""
						+ escape(entry.getValue()) + "\">")
				.collect(Collectors.joining());
	}

	private String note() {
		return note.isEmpty() ? "" : "<p class=\"note\">" + escape(note) + "</p>";
	}

	private String problem(String key) {
		return key.isEmpty() ? "" : "<p class=\"wrong\" role=\"alert\">" + escape(texts.get(key)) + "</p>";
	}

	private String userAndPassword(String user) {
		return field("username", "text", texts.get("user"), user, user.isEmpty())
				+ field("password", "password", texts.get("password"), "", !user.isEmpty());
	}

	private static String field(String name, String type, String label, String value, boolean focus) {
		return "<label for=\"" + name + "\">" + escape(label) + "</label><input id=\"" + name + "\" name=\"" + name
				+ "\" type=\"" + type + "\" value=\"" + escape(value) + "\"" + (focus ? " autofocus" : "") + ">";
	}

	private String rights(Set<String> scopes) {
		return "<ul>" + scopes.stream().map(scope -> "<li>" + escape(texts.get("scope." + scope)) + "</li>")
				.collect(Collectors.joining()) + "</ul>";
	}

	private String buttons() {
		return "<button class=\"yes\" name=\"decision\" value=\"allow\">" + escape(texts.get("allow"))
				+ "</button><button class=\"no\" name=\"decision\" value=\"deny\">" + escape(texts.get("deny"))
				+ "</button>";
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
				.replace("'", "&#39;");
	}
}
