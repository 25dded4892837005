package org.postkontor.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

/** Authorization endpoint and login page of the Microsoft dialect. */
final class MicrosoftPages {

	private record Waiting(AuthorizationRequest request, String segment, String claims) {
	}

	private final MicrosoftState state;
	private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

	MicrosoftPages(MicrosoftState state) {
		this.state = state;
	}

	HttpAnswer authorize(HttpSeen seen, String segment) {
		LoginPage page = page(seen);
		FormData query = FormData.parse("POST".equals(seen.method()) ? seen.body() : seen.query());
		state.authorizations().add(query.values());
		MicrosoftApp app;
		try {
			state.requireTenant(segment);
			app = state.requireApp(query.get("client_id"), segment);
			if (!app.allowsRedirect(query.get("redirect_uri"))) {
				throw new MicrosoftError("invalid_request", 50011, "The redirect URI does not match the redirect URIs configured for the application");
			}
		} catch (MicrosoftError e) { // nobody is redirected to where nobody registered
			return page.text(400, e.text());
		}
		try {
			injected();
			AuthorizationRequest request = check(query, app);
			String transaction = Secrets.token();
			waiting.put(transaction, new Waiting(request, segment, query.get("claims")));
			return ask(page, transaction, request, "select_account".equals(query.get("prompt")) ? "" : request.loginHint(), "");
		} catch (MicrosoftError e) {
			return redirect(page, query.get("redirect_uri"), "form_post".equals(query.get("response_mode")), query.get("state"), e.parameters());
		}
	}

	HttpAnswer login(HttpSeen seen) {
		LoginPage page = page(seen);
		FormData form = FormData.parse(seen.body());
		Waiting asked = waiting.get(form.get("transaction"));
		if (asked == null) {
			return page.text(400, "AADSTS50089: the flow has expired");
		}
		AuthorizationRequest request = asked.request();
		Optional<MicrosoftUser> user = state.user(form.get("username"), form.get("password"));
		boolean deny = "deny".equals(form.get("decision"));
		if (user.isEmpty() && !deny) {
			return ask(page, form.get("transaction"), request, form.get("username"), "wrong");
		}
		waiting.remove(form.get("transaction"));
		try {
			if (user.isEmpty() || deny) {
				throw new MicrosoftError("access_denied", 65004, "User declined to consent to access the app");
			}
			state.requireServed(user.get(), asked.segment());
			state.consent(user.get(), request.client().id(), request.scopes());
			state.answered(user.get(), asked.claims());
			return redirect(page, request.redirectUri(), request.formPost(), request.state(),
					Map.of("code", state.idp().codes().issue(request, user.get().asIdpUser())));
		} catch (MicrosoftError e) {
			return redirect(page, request.redirectUri(), request.formPost(), request.state(), e.parameters());
		}
	}

	/** Sends the browser back; an address without a path gets a slash. */
	static HttpAnswer redirect(LoginPage page, String address, boolean formPost, String stateValue, Map<String, String> result) {
		Map<String, String> values = new LinkedHashMap<>(result);
		if (!stateValue.isEmpty()) {
			values.put("state", stateValue);
		}
		return formPost ? page.formPost(address, values)
				: HttpAnswer.redirect(302, address + "/?" + FormData.encode(values)).withHeader("Cache-Control", "no-store");
	}

	LoginPage page(HttpSeen seen) {
		return new LoginPage(LoginTexts.forBrowser(seen.header("accept-language")), state.idp().pageNote());
	}

	private void injected() throws MicrosoftError {
		MicrosoftError error = state.authorizeErrors().poll();
		if (error != null) {
			throw error;
		}
	}

	private AuthorizationRequest check(FormData query, MicrosoftApp app) throws MicrosoftError {
		if (!"code".equals(query.get("response_type"))) {
			throw new MicrosoftError("unsupported_response_type", 70005, "only code is supported");
		}
		if ("none".equals(query.get("prompt"))) {
			throw new MicrosoftError("login_required", 50058, "A silent sign-in request was sent but no user is signed in");
		}
		if (!"S256".equals(query.get("code_challenge_method")) || query.get("code_challenge").length() != 43) {
			throw new MicrosoftError("invalid_request", 9002325, "Proof Key for Code Exchange is required");
		}
		Set<String> scopes = MicrosoftScopes.known(query.get("scope"));
		return new AuthorizationRequest(app.asIdpClient(), query.get("redirect_uri"), "form_post".equals(query.get("response_mode")),
				query.get("state"), query.get("nonce"), query.get("code_challenge"), scopes, query.get("login_hint"));
	}

	private static HttpAnswer ask(LoginPage page, String transaction, AuthorizationRequest request, String user, String problem) {
		return page.login("/login", Map.of("transaction", transaction), request.client().id(), request.scopes(), user, problem);
	}
}
