package org.postkontor.testkit.idp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.gson.JsonParser;

/** What the endpoints of the Microsoft dialect share; tokens, codes and devices are those of the plain dialect. Thread-safe. */
final class MicrosoftState {

	private static final Set<String> SHARED = Set.of("common", "organizations", "consumers");

	private final Clock clock;
	private final IdpState idp;
	private final List<MicrosoftTenant> tenants = new CopyOnWriteArrayList<>(List.of(MicrosoftTenant.PERSONAL));
	private final Map<String, MicrosoftUser> users = new ConcurrentHashMap<>();
	private final Map<String, MicrosoftApp> apps = new ConcurrentHashMap<>();
	private final Map<String, String> challenges = new ConcurrentHashMap<>();
	private final ConsentStore consents = new ConsentStore();
	private final Queue<MicrosoftError> authorizeErrors = new ConcurrentLinkedQueue<>();
	private final List<Map<String, String>> authorizations = new CopyOnWriteArrayList<>();
	private final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();

	MicrosoftState(Clock clock) {
		this.clock = clock;
		this.idp = new IdpState(clock);
	}

	IdpState idp() {
		return idp;
	}

	ConsentStore consents() {
		return consents;
	}

	Queue<MicrosoftError> authorizeErrors() {
		return authorizeErrors;
	}

	List<Map<String, String>> authorizations() {
		return authorizations;
	}

	List<Map<String, String>> tokenRequests() {
		return tokenRequests;
	}

	Instant now() {
		return clock.instant();
	}

	void add(MicrosoftTenant tenant) {
		tenants.add(tenant);
	}

	void add(MicrosoftUser user) {
		users.put(user.username(), user);
		idp.add(user.asIdpUser());
	}

	void add(MicrosoftApp app) {
		apps.put(app.id(), app);
		idp.add(app.asIdpClient());
	}

	Optional<MicrosoftUser> user(String name) {
		return Optional.ofNullable(users.get(name.trim()));
	}

	Optional<MicrosoftUser> user(String name, String password) {
		return user(name).filter(user -> user.password().equals(password));
	}

	/** Who it is that a store of the plain dialect knows. */
	MicrosoftUser user(IdpUser plain) {
		return user(plain.username()).orElseThrow();
	}

	void requireTenant(String segment) throws MicrosoftError {
		if (!SHARED.contains(segment) && tenants.stream().noneMatch(tenant -> tenant.isNamed(segment))) {
			throw new MicrosoftError("invalid_request", 90002, "Tenant '" + segment + "' not found");
		}
	}

	/** @throws MicrosoftError as for an application that the organisation does not know */
	MicrosoftApp requireApp(String id, String segment) throws MicrosoftError {
		MicrosoftApp app = apps.get(id);
		if (app == null) {
			throw new MicrosoftError("unauthorized_client", 700016, "Application with identifier '" + id + "' was not found in the directory");
		}
		if (app.tenant().isPresent() && SHARED.contains(segment)) {
			throw new MicrosoftError("invalid_request", 50194, "Application '" + id + "' is not configured as a multi-tenant application");
		}
		return app;
	}

	void requireServed(MicrosoftUser user, String segment) throws MicrosoftError {
		if (!user.tenant().isServedAt(segment)) {
			throw new MicrosoftError("access_denied", 50020, "User account of another identity provider does not exist in tenant '" + segment + "'");
		}
	}

	/** The person allows these scopes. @throws MicrosoftError if that takes an administrator */
	void consent(MicrosoftUser user, String client, Set<String> scopes) throws MicrosoftError {
		Set<String> missing = MicrosoftScopes.rights(scopes);
		missing.removeAll(consents.of(user, client));
		if (!user.administrator() && missing.stream().anyMatch(user.tenant().adminOnly()::contains)) {
			throw new MicrosoftError("access_denied", 90094, "The grant requires administrator permission");
		}
		consents.byUser(user, client, missing);
	}

	/** Tokens of the user are refused with these claims until somebody signs in with them. */
	void challenge(String username, String claims) {
		challenges.put(username, claims);
	}

	void answered(MicrosoftUser user, String claims) {
		challenges.computeIfPresent(user.username(), (name, demanded) -> holds(claims, demanded) ? null : demanded);
	}

	/** Members in any order. */
	private static boolean holds(String claims, String demanded) {
		return !claims.isEmpty() && JsonParser.parseString(claims).equals(JsonParser.parseString(demanded));
	}

	void requireUnchallenged(IdpUser user) throws MicrosoftError {
		String claims = challenges.get(user.username());
		if (claims != null) {
			throw new MicrosoftError(400, "interaction_required", "basic_action", 50076, "You must use multi-factor authentication", claims);
		}
	}
}
