package org.postkontor.testkit.idp;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.postkontor.testkit.SecretLedger;

import org.postkontor.testkit.peer.HttpAnswer;

/** What the endpoints of one provider share. Thread-safe. */
final class IdpState {

	private final Map<String, IdpUser> users = new ConcurrentHashMap<>();
	private final Map<String, IdpClient> clients = new ConcurrentHashMap<>();
	private final Queue<HttpAnswer> tokenAnswers = new ConcurrentLinkedQueue<>();
	private final Queue<HttpAnswer> revocationAnswers = new ConcurrentLinkedQueue<>();
	private final Queue<OAuthError> authorizeErrors = new ConcurrentLinkedQueue<>();
	private final List<BiConsumer<IdpUser, String>> listeners = new CopyOnWriteArrayList<>();
	private final AtomicInteger tokenRequests = new AtomicInteger();
	private final TokenStore tokens;
	private final CodeStore codes;
	private final DeviceStore devices;
	private final IdTokens idTokens;
	private volatile String issuer = "";
	private volatile String pageNote = "";

	IdpState(Clock clock) {
		tokens = new TokenStore(clock);
		codes = new CodeStore(clock, tokens);
		devices = new DeviceStore(clock);
		idTokens = new IdTokens(clock);
	}

	void issuer(String url) {
		issuer = url;
	}

	String issuer() {
		return issuer;
	}

	void pageNote(String text) {
		pageNote = text;
	}

	String pageNote() {
		return pageNote;
	}

	TokenStore tokens() {
		return tokens;
	}

	CodeStore codes() {
		return codes;
	}

	DeviceStore devices() {
		return devices;
	}

	IdTokens idTokens() {
		return idTokens;
	}

	void add(IdpUser user) {
		SecretLedger.note("password", user.password());
		users.put(user.username(), user);
	}

	void add(IdpClient client) {
		client.secret().ifPresent(secret -> SecretLedger.note("client secret", secret));
		clients.put(client.id(), client);
	}

	Optional<IdpUser> user(String name) {
		return Optional.ofNullable(users.get(name.trim()));
	}

	Optional<IdpUser> user(String name, String password) {
		return user(name).filter(user -> user.password().equals(password));
	}

	Optional<IdpClient> client(String id) {
		return Optional.ofNullable(clients.get(id));
	}

	AtomicInteger tokenRequests() {
		return tokenRequests;
	}

	Queue<HttpAnswer> tokenAnswers() {
		return tokenAnswers;
	}

	Queue<HttpAnswer> revocationAnswers() {
		return revocationAnswers;
	}

	Queue<OAuthError> authorizeErrors() {
		return authorizeErrors;
	}

	/** @throws OAuthError if the test wants one now */
	void injectedAuthorizeError() throws OAuthError {
		OAuthError error = authorizeErrors.poll();
		if (error != null) {
			throw error;
		}
	}

	void onTokenIssued(BiConsumer<IdpUser, String> listener) {
		listeners.add(listener);
	}

	void issued(IdpUser user, String token) {
		listeners.forEach(listener -> listener.accept(user, token));
	}
}
