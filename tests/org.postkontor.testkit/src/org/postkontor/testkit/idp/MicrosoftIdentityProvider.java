package org.postkontor.testkit.idp;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;

/**
 * The Microsoft identity platform on loopback, as far as mail programs meet it: paths with a tenant, consent by users and by
 * administrators, one resource for each token request, its error answers. It says of itself that it is
 * {@code https://login.microsoftonline.com}; the client's connections have to be led to {@link #local}. Pages are on
 * {@code http://127.0.0.1}, so that a real browser shows no warning; all endpoints are on {@code https://127.0.0.1}.
 * Thread-safe.
 */
public final class MicrosoftIdentityProvider implements AutoCloseable {

	/** The host that clients know. */
	public static final String HOST = "login.microsoftonline.com";

	private static final Pattern PATH = Pattern.compile(
			"/([^/]+)/(oauth2/v2\\.0/authorize|oauth2/v2\\.0/token|oauth2/v2\\.0/devicecode|v2\\.0/adminconsent|v2\\.0/\\.well-known/openid-configuration|discovery/v2\\.0/keys)");

	private final MicrosoftState state;
	private final HttpPeer front = HttpPeer.http();
	private final HttpPeer back;
	private final MicrosoftPages pages;
	private final MicrosoftAdminConsent adminConsent;
	private final MicrosoftTokenEndpoint tokens;
	private final MicrosoftBackChannel channel;

	/** @param clock decides on expiry, polling and the times in ID tokens */
	public MicrosoftIdentityProvider(TestAuthority authority, Clock clock) throws IOException {
		state = new MicrosoftState(clock);
		back = HttpPeer.https(authority.server("127.0.0.1", "localhost"));
		pages = new MicrosoftPages(state);
		adminConsent = new MicrosoftAdminConsent(state, pages);
		tokens = new MicrosoftTokenEndpoint(state, "https://" + HOST);
		channel = new MicrosoftBackChannel(state, "https://" + HOST, "http://127.0.0.1:" + front.port() + "/device");
		front.otherwise(this::page);
		back.otherwise(seen -> "POST".equals(seen.method()) ? endpoint(seen) : page(seen));
		front.route("/login", pages::login);
		front.route("/adminconsent", adminConsent::decide);
		front.route("/device", new FrontChannel(state.idp())::device);
	}

	private HttpAnswer page(HttpSeen seen) {
		Matcher path = PATH.matcher(seen.path());
		return switch (path.matches() ? path.group(2) : "") {
		case "oauth2/v2.0/authorize" -> pages.authorize(seen, path.group(1));
		case "v2.0/adminconsent" -> adminConsent.open(seen, path.group(1));
		case "v2.0/.well-known/openid-configuration" -> channel.metadata(path.group(1));
		case "discovery/v2.0/keys" -> HttpAnswer.json(200, state.idp().idTokens().keySet().toString());
		default -> HttpAnswer.of(404, "text/plain", "not here");
		};
	}

	private HttpAnswer endpoint(HttpSeen seen) {
		Matcher path = PATH.matcher(seen.path());
		return switch (path.matches() ? path.group(2) : "") {
		case "oauth2/v2.0/token" -> tokens.handle(seen, path.group(1));
		case "oauth2/v2.0/devicecode" -> channel.deviceCode(seen, path.group(1));
		case "oauth2/v2.0/authorize" -> pages.authorize(seen, path.group(1));
		default -> HttpAnswer.of(404, "text/plain", "not here");
		};
	}

	/** Where a browser finds the page of that address of Microsoft. */
	public URI page(URI address) {
		return URI.create("http://127.0.0.1:" + front.port() + rest(address));
	}

	/** Where a program finds the endpoint of that address of Microsoft. */
	public URI local(URI address) {
		return URI.create("https://127.0.0.1:" + back.port() + rest(address));
	}

	private static String rest(URI address) {
		return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
	}

	public MicrosoftIdentityProvider add(MicrosoftTenant tenant) {
		state.add(tenant);
		return this;
	}

	public MicrosoftIdentityProvider add(MicrosoftUser user) {
		state.add(user);
		return this;
	}

	public MicrosoftIdentityProvider add(MicrosoftApp app) {
		state.add(app);
		return this;
	}

	/** The next token request gets this, whatever it asks; more calls queue up. */
	public MicrosoftIdentityProvider nextTokenAnswer(HttpAnswer answer) {
		state.idp().tokenAnswers().add(answer);
		return this;
	}

	/** The next token request is refused as Microsoft does. @param suberror empty for none */
	public MicrosoftIdentityProvider nextTokenError(int status, String error, String suberror, int number) {
		return nextTokenAnswer(new MicrosoftError(status, error, suberror, number, "injected by the test", "").answer(state.now()));
	}

	/** The next authorization request is sent back at once with this; more calls queue up. */
	public MicrosoftIdentityProvider nextAuthorizeError(String error, int number) {
		state.authorizeErrors().add(new MicrosoftError(error, number, "injected by the test"));
		return this;
	}

	/** Refresh tokens of the user are refused with these claims (JSON) until the user signs in with them. */
	public void challenge(String username, String claims) {
		state.challenge(username, claims);
	}

	/** What the user allowed is not allowed any more. */
	public void withdrawConsent(String username) {
		state.user(username).ifPresent(state.consents()::withdraw);
	}

	/** How long access tokens issued from now on are good. */
	public void accessTokenLifetime(Duration lifetime) {
		state.idp().tokens().accessLifetime(lifetime);
	}

	/** The polling interval told to devices from now on; 5 s unless changed. */
	public void deviceInterval(Duration interval) {
		state.idp().devices().interval(interval);
	}

	/** No token of the user is good any more: the next refresh gets {@code invalid_grant}. */
	public void revokeAll(String username) {
		state.idp().tokens().endAll(user -> user.username().equals(username));
	}

	/** Whose access token this is, if it is alive. */
	public Optional<String> activeUser(String accessToken) {
		return state.idp().tokens().active(accessToken).map(token -> token.grant().user().username());
	}

	/** The rights of an access token, if it is alive. */
	public java.util.Set<String> rights(String accessToken) {
		return state.idp().tokens().active(accessToken).map(TokenStore.AccessToken::scopes).orElse(java.util.Set.of());
	}

	/** Somebody typed the code of a device and allowed it. @return false for an unknown code or user */
	public boolean approveDevice(String userCode, String username) {
		return state.user(username).map(user -> state.idp().devices().decide(userCode, Optional.of(user.asIdpUser()))).orElse(false);
	}

	/** Somebody typed the code of a device and refused. @return false for an unknown code */
	public boolean denyDevice(String userCode) {
		return state.idp().devices().decide(userCode, Optional.empty());
	}

	/** What browsers brought to the pages for sign-in and for admin consent, in order. */
	public List<Map<String, String>> authorizations() {
		return List.copyOf(state.authorizations());
	}

	/** The forms of all token requests, answered well or not, in order. */
	public List<Map<String, String>> tokenRequests() {
		return List.copyOf(state.tokenRequests());
	}

	/** All requests of programs so far. */
	public List<HttpSeen> backChannelRequests() {
		return back.requests();
	}

	@Override
	public void close() {
		front.close();
		back.close();
	}
}
