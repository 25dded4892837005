package org.postkontor.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

/** Authorization endpoint, login page and device page: what the browser sees. */
final class FrontChannel {

	private final IdpState state;
	private final Map<String, AuthorizationRequest> waiting = new ConcurrentHashMap<>();

	FrontChannel(IdpState state) {
		this.state = state;
	}

	HttpAnswer authorize(HttpSeen seen) {
		LoginPage page = page(seen);
		FormData query = FormData.parse("POST".equals(seen.method()) ? seen.body() : seen.query());
		Optional<IdpClient> client = state.client(query.get("client_id"));
		if (client.isEmpty() || !client.get().allowsRedirect(query.get("redirect_uri"))) {
			// RFC 6749, 4.1.2.1: never redirect to where nobody registered.
			return page.text(400, String.format(LoginTexts.forBrowser(seen.header("accept-language")).get("badRequest"),
					client.isEmpty() ? "client_id" : "redirect_uri"));
		}
		try {
			state.injectedAuthorizeError();
			AuthorizationRequest request = AuthorizationRequest.check(query, client.get());
			String transaction = Secrets.token();
			waiting.put(transaction, request);
			return ask(page, transaction, request, request.loginHint(), "");
		} catch (OAuthError e) {
			return respond(page, query.get("redirect_uri"), "form_post".equals(query.get("response_mode")),
					query.get("state"), Map.of("error", e.error(), "error_description", e.getMessage()));
		}
	}

	HttpAnswer login(HttpSeen seen) {
		LoginPage page = page(seen);
		FormData form = FormData.parse(seen.body());
		String transaction = form.get("transaction");
		AuthorizationRequest request = waiting.get(transaction);
		if (request == null) {
			return page.text(400, String.format(LoginTexts.forBrowser(seen.header("accept-language")).get("badRequest"),
					"transaction"));
		}
		if ("deny".equals(form.get("decision"))) {
			waiting.remove(transaction);
			return respond(page, request.redirectUri(), request.formPost(), request.state(),
					Map.of("error", "access_denied", "error_description", "the user refused"));
		}
		Optional<IdpUser> user = state.user(form.get("username"), form.get("password"));
		if (user.isEmpty()) {
			return ask(page, transaction, request, form.get("username"), "wrong");
		}
		waiting.remove(transaction);
		return respond(page, request.redirectUri(), request.formPost(), request.state(),
				Map.of("code", state.codes().issue(request, user.get())));
	}

	HttpAnswer device(HttpSeen seen) {
		LoginPage page = page(seen);
		FormData form = FormData.parse("POST".equals(seen.method()) ? seen.body() : seen.query());
		String code = form.get("user_code");
		Optional<Set<String>> scopes = state.devices().scopes(code);
		if (!"POST".equals(seen.method())) {
			return page.device("/device", code, scopes.orElse(Set.of()), "");
		}
		Optional<IdpUser> user = state.user(form.get("username"), form.get("password"));
		boolean deny = "deny".equals(form.get("decision"));
		if (scopes.isEmpty() || user.isEmpty() && !deny) {
			return page.device("/device", code, scopes.orElse(Set.of()), scopes.isEmpty() ? "wrongCode" : "wrong");
		}
		state.devices().decide(code, deny ? Optional.empty() : user);
		return page.text(200, LoginTexts.forBrowser(seen.header("accept-language")).get("deviceDone"));
	}

	private LoginPage page(HttpSeen seen) {
		return new LoginPage(LoginTexts.forBrowser(seen.header("accept-language")), state.pageNote());
	}

	private static HttpAnswer ask(LoginPage page, String transaction, AuthorizationRequest request, String user,
			String problem) {
		return page.login("/login", Map.of("transaction", transaction), request.client().id(), request.scopes(), user,
				problem);
	}

	private HttpAnswer respond(LoginPage page, String redirect, boolean formPost, String stateValue,
			Map<String, String> result) {
		Map<String, String> values = new LinkedHashMap<>(result);
		if (!stateValue.isEmpty()) {
			values.put("state", stateValue);
		}
		values.put("iss", state.issuer());
		if (formPost) {
			return page.formPost(redirect, values);
		}
		return HttpAnswer.redirect(302, redirect + (redirect.contains("?") ? "&" : "?") + FormData.encode(values))
				.withHeader("Cache-Control", "no-store");
	}
}
