package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.Trust;
import org.postkontor.problem.ProblemException;

/**
 * What can be found out about a registration without a person: the authorization page asked for a silent sign-in sends the
 * browser back if it knows application and redirect address, else it shows the number of the mistake; a device code that
 * nobody entered is "pending" for a public client only.
 */
final class RegistrationProbe {
	private static final Pattern NUMBER = Pattern.compile("AADSTS\\d{4,8}(: [^<\\r\\n]{0,200})?");
	private static final String REDIRECT = "http://localhost:49152";
	private static final Set<String> UNKNOWN = Set.of("700016", "700011", "90002", "50194", "50059", "900023");

	private final Registration registration;
	private final HttpService http;
	private final @Nullable IProgressMonitor monitor;

	RegistrationProbe(Registration registration, HttpService http, @Nullable IProgressMonitor monitor) {
		this.registration = registration;
		this.http = http;
		this.monitor = monitor;
	}

	/** Whether tenant and endpoints exist. */
	Optional<OAuthError> endpoints() throws ProblemException {
		return error(http.send(HttpCall.get(address("v2.0/.well-known/openid-configuration"), Trust.PUBLIC), monitor));
	}

	/**
	 * What the authorization page does.
	 *
	 * @param comesBack the browser is sent back, which a provider does only for a known application and redirect address
	 * @param mistake   what the page has against application or redirect address, if it says so
	 */
	record Page(boolean comesBack, Optional<OAuthError> mistake) {
	}

	Page page() throws ProblemException {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("client_id", registration.clientId());
		query.put("response_type", "code");
		query.put("redirect_uri", REDIRECT);
		query.put("response_mode", "query");
		query.put("scope", "openid");
		query.put("prompt", "none");
		query.put("state", Randomness.text());
		query.put("code_challenge", Randomness.challenge(Randomness.text()));
		query.put("code_challenge_method", "S256");
		URI page = URI.create(address("oauth2/v2.0/authorize") + "?" + form(query));
		HttpReply reply = http.send(new HttpCall("GET", page, Map.of(), new byte[0], HttpCall.get(page, Trust.PUBLIC).timeout(),
				HttpCall.get(page, Trust.PUBLIC).maxBytes(), HttpCall.Redirects.NONE, Trust.PUBLIC), monitor);
		boolean comesBack = reply.header("location").filter(location -> location.startsWith(REDIRECT)).isPresent();
		Matcher number = NUMBER.matcher(reply.text());
		return new Page(comesBack, comesBack || !number.find() ? Optional.empty()
				: Optional.of(OAuthError.of(Map.of("error", "invalid_request", "error_description", number.group()), List.of())));
	}

	/** Whether the error of the page is about the application, not the redirect address. */
	static boolean isAboutClient(OAuthError error) {
		return error.codes().stream().anyMatch(UNKNOWN::contains);
	}

	/** What keeps a client without a secret from getting tokens; empty if nothing does. */
	Optional<OAuthError> kind(Rights rights) throws ProblemException {
		HttpReply code = post("devicecode", Map.of("client_id", registration.clientId(), "scope", "openid " + String.join(" ", rights.scopes())));
		Optional<OAuthError> refused = error(code);
		if (refused.isPresent()) {
			return refused;
		}
		String device = TokenAnswer.object(code.text()).map(json -> TokenAnswer.text(json, "device_code")).orElse("");
		return error(post("token", Map.of("client_id", registration.clientId(), "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
				"device_code", device))).filter(error -> !Set.of("authorization_pending", "slow_down").contains(error.error()));
	}

	private HttpReply post(String endpoint, Map<String, String> form) throws ProblemException {
		return http.send(HttpCall.post(address("oauth2/v2.0/" + endpoint), form(form), Trust.PUBLIC), monitor);
	}

	private Optional<OAuthError> error(HttpReply reply) throws ProblemException {
		Optional<OAuthError> error = OAuthError.parse(reply.status(), reply.text(), List.of());
		if (error.isEmpty() && (reply.status() != 200 || TokenAnswer.object(reply.text()).isEmpty())) {
			throw new ProblemException(SignInProblems.answer(registration.cloud().issuer(), reply.status()));
		}
		return error;
	}

	private URI address(String path) {
		return URI.create(registration.authority() + path);
	}

	private static String form(Map<String, String> values) {
		return values.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
	}
}
