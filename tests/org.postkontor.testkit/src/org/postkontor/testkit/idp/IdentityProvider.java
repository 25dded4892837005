package org.postkontor.testkit.idp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;

/**
 * An OpenID provider on loopback; see the package for what it is. Runs from construction until {@link #close()}.
 * <p>
 * It knows {@link IdpClient#DEMO} from the start, and the scopes {@code openid email profile offline_access mail
 * mail.receive mail.send}. Access tokens are opaque, 43 characters, good for an hour unless told otherwise; a refresh
 * token comes only with {@code offline_access}. Thread-safe.
 */
public final class IdentityProvider implements AutoCloseable {

	private final IdpState state;
	private final HttpPeer front;
	private final HttpPeer back;
	private final String frontUrl;

	public IdentityProvider(TestAuthority authority) throws IOException {
		this(authority, Clock.systemUTC());
	}

	/** @param clock decides on expiry and polling; clients check ID tokens by their own clock */
	public IdentityProvider(TestAuthority authority, Clock clock) throws IOException {
		state = new IdpState(clock);
		state.add(IdpClient.DEMO);
		front = HttpPeer.http();
		back = HttpPeer.https(authority.server("127.0.0.1", "localhost"));
		frontUrl = "http://127.0.0.1:" + front.port();
		state.issuer("https://127.0.0.1:" + back.port());
		routes();
	}

	/** The same provider under another name of its certificate ({@code localhost}); before anybody has asked it. */
	public IdentityProvider named(String host) {
		state.issuer("https://" + host + ":" + back.port());
		routes();
		return this;
	}

	private void routes() {
		FrontChannel pages = new FrontChannel(state);
		front.route("/authorize", pages::authorize);
		front.route("/login", pages::login);
		front.route("/device", pages::device);
		BackChannel endpoints = new BackChannel(state, frontUrl);
		HttpAnswer metadata = HttpAnswer.json(200, Discovery.document(state.issuer(), frontUrl).toString());
		back.route("/.well-known/openid-configuration", metadata);
		back.route("/.well-known/oauth-authorization-server", metadata);
		back.route("/token", new TokenEndpoint(state)::handle);
		back.route("/introspect", endpoints::introspect);
		back.route("/revoke", endpoints::revoke);
		back.route("/device_authorization", endpoints::deviceAuthorization);
		back.route("/jwks", endpoints::keys);
		back.route("/userinfo", endpoints::userInfo);
	}

	/** {@code https://127.0.0.1:port} unless it is {@link #named}, without a slash at its end. */
	public String issuer() {
		return state.issuer();
	}

	public String authorizationEndpoint() {
		return frontUrl + "/authorize";
	}

	public String tokenEndpoint() {
		return state.issuer() + "/token";
	}

	public String deviceAuthorizationEndpoint() {
		return state.issuer() + "/device_authorization";
	}

	public String introspectionEndpoint() {
		return state.issuer() + "/introspect";
	}

	public String revocationEndpoint() {
		return state.issuer() + "/revoke";
	}

	public IdentityProvider add(IdpUser user) {
		state.add(user);
		return this;
	}

	public IdentityProvider add(IdpClient client) {
		state.add(client);
		return this;
	}

	/** A line shown on the login page, such as the names to use in a demo. */
	public IdentityProvider pageNote(String text) {
		state.pageNote(text);
		return this;
	}

	/** Is told of every access token before the client gets it. */
	public IdentityProvider onTokenIssued(BiConsumer<IdpUser, String> listener) {
		state.onTokenIssued(listener);
		return this;
	}

	/** How long access tokens issued from now on are good. */
	public IdentityProvider accessTokenLifetime(Duration lifetime) {
		state.tokens().accessLifetime(lifetime);
		return this;
	}

	/** How many characters access tokens issued from now on have: at least the 43 of the start. */
	public IdentityProvider accessTokenLength(int characters) {
		state.tokens().accessLength(characters);
		return this;
	}

	/** The polling interval told to devices from now on; 5 s unless changed. */
	public IdentityProvider deviceInterval(Duration interval) {
		state.devices().interval(interval);
		return this;
	}

	/** Codes for devices are given only to who sends a challenge (RFC 7636) with the request, as Keycloak may be told to demand. */
	public IdentityProvider demandPkceOfDevices() {
		state.devices().demandChallenge();
		return this;
	}

	/** The next unanswered token request gets this, whatever it asks; more calls queue up. */
	public IdentityProvider nextTokenAnswer(HttpAnswer answer) {
		state.tokenAnswers().add(answer);
		return this;
	}

	/** The next revocation (RFC 7009) is not done and gets this; more calls queue up. */
	public IdentityProvider nextRevocationAnswer(HttpAnswer answer) {
		state.revocationAnswers().add(answer);
		return this;
	}

	/** The next authorization request is sent back at once with this {@code error}; more calls queue up. */
	public IdentityProvider nextAuthorizeError(String error) {
		return nextAuthorizeError(error, "injected by the test");
	}

	/** The same with an {@code error_description}, such as the AADSTS number of Microsoft. */
	public IdentityProvider nextAuthorizeError(String error, String description) {
		state.authorizeErrors().add(new OAuthError(error, description));
		return this;
	}

	/** Access tokens of the user are expired now; refresh tokens stay good. */
	public void expireAccessTokens(String username) {
		state.tokens().expireAccess(user -> user.username().equals(username));
	}

	/** No token of the user is good any more: the next refresh gets {@code invalid_grant}. */
	public void revokeAll(String username) {
		state.tokens().endAll(user -> user.username().equals(username));
	}

	/** Whose access token this is, if it is alive. */
	public Optional<String> activeUser(String accessToken) {
		return state.tokens().active(accessToken).map(token -> token.grant().user().username());
	}

	/** Somebody typed the code of a device and allowed it. @return false for an unknown code or user */
	public boolean approveDevice(String userCode, String username) {
		return state.user(username).map(user -> state.devices().decide(userCode, Optional.of(user))).orElse(false);
	}

	/** Somebody typed the code of a device and refused. @return false for an unknown code */
	public boolean denyDevice(String userCode) {
		return state.devices().decide(userCode, Optional.empty());
	}

	/** How many requests reached the token endpoint, answered well or not. */
	public int tokenRequests() {
		return state.tokenRequests().get();
	}

	/** All requests of the back channel so far. */
	public List<HttpSeen> backChannelRequests() {
		return back.requests();
	}

	@Override
	public void close() {
		front.close();
		back.close();
	}
}
