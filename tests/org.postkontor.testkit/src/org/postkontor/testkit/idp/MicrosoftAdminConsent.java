package org.postkontor.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpSeen;

/** The v2 page on which an administrator consents for the whole organisation. */
final class MicrosoftAdminConsent {

	private record Waiting(String client, Set<String> scopes, String redirect, String state, String segment) {
	}

	private final MicrosoftState state;
	private final MicrosoftPages pages;
	private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

	MicrosoftAdminConsent(MicrosoftState state, MicrosoftPages pages) {
		this.state = state;
		this.pages = pages;
	}

	HttpAnswer open(HttpSeen seen, String segment) {
		LoginPage page = pages.page(seen);
		FormData query = FormData.parse(seen.query());
		state.authorizations().add(query.values());
		try {
			state.requireTenant(segment);
			MicrosoftApp app = state.requireApp(query.get("client_id"), segment);
			if (!app.allowsRedirect(query.get("redirect_uri"))) {
				throw new MicrosoftError("invalid_request", 50011, "The redirect URI does not match");
			}
			if ("common".equals(segment) || "consumers".equals(segment)) {
				throw new MicrosoftError("invalid_request", 90130, "Application is not supported over the /common or /consumers endpoints");
			}
			Set<String> scopes = MicrosoftScopes.known(query.get("scope"));
			String transaction = Secrets.token();
			waiting.put(transaction, new Waiting(app.id(), scopes, query.get("redirect_uri"), query.get("state"), segment));
			return page.login("/adminconsent", Map.of("transaction", transaction), app.id(), scopes, "", "");
		} catch (MicrosoftError e) {
			return page.text(400, e.text());
		}
	}

	HttpAnswer decide(HttpSeen seen) {
		LoginPage page = pages.page(seen);
		FormData form = FormData.parse(seen.body());
		Waiting asked = waiting.remove(form.get("transaction"));
		if (asked == null) {
			return page.text(400, "AADSTS50089: the flow has expired");
		}
		try {
			return MicrosoftPages.redirect(page, asked.redirect(), false, asked.state(), granted(form, asked));
		} catch (MicrosoftError e) {
			return MicrosoftPages.redirect(page, asked.redirect(), false, asked.state(), e.parameters());
		}
	}

	private Map<String, String> granted(FormData form, Waiting asked) throws MicrosoftError {
		Optional<MicrosoftUser> user = state.user(form.get("username"), form.get("password"));
		if (user.isEmpty() || "deny".equals(form.get("decision"))) {
			throw new MicrosoftError("access_denied", 65004, "User declined to consent to access the app");
		}
		state.requireServed(user.get(), asked.segment());
		if (!user.get().administrator()) {
			throw new MicrosoftError("access_denied", 90094, "The grant requires administrator permission");
		}
		state.consents().byAdministrator(user.get().tenant(), asked.client(), asked.scopes());
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("admin_consent", "True");
		answer.put("tenant", user.get().tenant().id());
		answer.put("scope", String.join(" ", asked.scopes()));
		return answer;
	}
}
