package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.loopback.LoopbackReceiver;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/**
 * The v2 page on which an administrator consents, with explicit scopes. Its answer says only whether: who consented, and the
 * tenant that the answer names, are not used for anything. Source: Microsoft identity platform, v2 admin consent.
 */
final class ConsentPage {
	/** What a registration has; the port of a receiver is ignored. */
	private static final String REDIRECT = "http://localhost";
	private static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

	private final Registration registration;
	private final SignInRequest request;
	private final List<String> personalDomains;

	/** @param personalDomains where no organisation is behind an address */
	ConsentPage(Registration registration, SignInRequest request, List<String> personalDomains) {
		this.registration = registration;
		this.request = request;
		this.personalDomains = personalDomains;
	}

	/** To be sent: after consenting, the administrator's browser finds nothing at the redirect address, which does no harm. */
	AdminConsent.Link link() throws ProblemException {
		return new AdminConsent.Link(page(REDIRECT, Randomness.text()), scopes(), organisation());
	}

	boolean open(SignInPrompt prompt, MicrosoftErrors errors, @Nullable IProgressMonitor monitor) throws ProblemException {
		String state = Randomness.text();
		try (LoopbackReceiver receiver = LoopbackReceiver.open("localhost", "/", Secret.of(state), Locale.getDefault())) {
			URI page = page(BrowserSignIn.registered(receiver.redirectUri()), state);
			prompt.openBrowser(new SignInPrompt.BrowserRequest(page, "Microsoft", organisation(), scopes(), receiver::paste));
			Map<String, String> answer = receiver.await(BrowserSignIn.WAIT, monitor);
			prompt.done();
			if (answer.containsKey("error")) {
				throw errors.thrown(OAuthError.of(answer, List.of()), registration.cloud(), request.binding().principal());
			}
			return "true".equalsIgnoreCase(answer.get("admin_consent"));
		}
	}

	private URI page(String redirect, String state) throws ProblemException {
		return URI.create(registration.cloud().issuer() + "/" + tenant() + "/v2.0/adminconsent?client_id=" + encoded(registration.clientId()) + "&scope="
				+ encoded(String.join(" ", scopes())) + "&redirect_uri=" + encoded(redirect) + "&state=" + encoded(state));
	}

	/** Explicit, with what every sign-in needs: the declared set of a registration may hold rights that nobody asked for. */
	private List<String> scopes() {
		TreeSet<String> scopes = new TreeSet<>();
		Rights.of(registration.cloud(), request.binding(), request.resources(), request.directions()).forEach(rights -> scopes.addAll(rights.scopes()));
		scopes.addAll(List.of("offline_access", "openid", "profile"));
		return List.copyOf(scopes);
	}

	/** Never {@code common}: the administrator of this organisation is meant, and a personal account has none. */
	private String tenant() throws ProblemException {
		Optional<String> known = request.previous().flatMap(before -> before.attribute("tenant"));
		String tenant = known.orElse(registration.isOrganisation() ? registration.tenant() : "organizations");
		if (tenant.equals(PERSONAL_TENANT) || registration.tenant().equals("consumers")
				|| known.isEmpty() && !registration.isOrganisation() && personalDomains.contains(request.address().asciiDomain())) {
			throw new ProblemException(MicrosoftProblems.noOrganisation(request.address().toString()));
		}
		return tenant;
	}

	private String organisation() {
		return registration.isOrganisation() ? registration.tenant() : request.address().domain();
	}

	/** Whether an error of a silent token request means that nobody has consented yet. */
	static boolean isMissing(OAuthError error) {
		return error.error().equals("consent_required")
				|| List.of("invalid_grant", "interaction_required").contains(error.error()) && error.suberror().equals("consent_required");
	}

	/** Asks for each resource; the session goes on with the last refresh token in any case. */
	static AdminConsent.Granted asked(Session session, List<Rights> rights, TokenSource tokens, String principal) throws ProblemException, RefusedException {
		Session current = session;
		for (Rights each : rights) {
			try {
				TokenSource.Silent silent = tokens.silent(current, each, true, Optional.empty(), principal);
				current = silent.session();
				if (!each.missing(silent.answer().scopes()).isEmpty()) {
					return new AdminConsent.Granted(false, current);
				}
			} catch (RefusedException e) {
				if (isMissing(e.error())) {
					return new AdminConsent.Granted(false, current);
				}
				throw e;
			}
		}
		return new AdminConsent.Granted(true, current);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}
}
