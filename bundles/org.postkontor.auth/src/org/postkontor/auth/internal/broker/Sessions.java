package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.time.Duration;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Home;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.consent.PendingConsents;
import org.postkontor.auth.internal.health.HealthBook;
import org.postkontor.problem.Explanations;
import org.postkontor.store.CrashPoint;

/**
 * What the services of sign-in share within one process, so that there is one lock, one store and one list of what waits for
 * all of them.
 */
@Component(service = Sessions.class)
public final class Sessions {
	private static final Duration LOCK_LIMIT = Duration.ofSeconds(60);

	private final AuthProviders providers;
	private final TokenVault vault;
	private final AccountRegistry accounts;
	private final Home home;
	private final Clock clock;
	private final SessionStore store;
	private final SessionLocks locks;
	private final HealthBook health;
	private final WaitingList waiting;
	private final PendingConsents consents;
	private final CredentialDesk credentials;

	@Activate
	public Sessions(@Reference AuthProviders providers, @Reference TokenVault vault, @Reference AccountRegistry accounts, @Reference Home home,
			@Reference Clock clock, @Reference Explanations explanations) {
		this(providers, vault, accounts, home, clock, explanations, CrashPoint.NONE);
	}

	/** @param crash hit with {@code after-refresh} between a provider's answer and its storing */
	public Sessions(AuthProviders providers, TokenVault vault, AccountRegistry accounts, Home home, Clock clock, Explanations explanations,
			CrashPoint crash) {
		this.providers = providers;
		this.vault = vault;
		this.accounts = accounts;
		this.home = home;
		this.clock = clock;
		this.store = new SessionStore(vault);
		this.locks = new SessionLocks(home.resolve("locks"), LOCK_LIMIT);
		this.health = new HealthBook(home.resolve("sign-ins"), clock);
		this.waiting = new WaitingList(clock);
		this.consents = new PendingConsents(home, clock);
		this.credentials = new CredentialDesk(providers, store, health, explanations, clock, crash);
	}

	public AuthProviders providers() {
		return providers;
	}

	public TokenVault vault() {
		return vault;
	}

	public AccountRegistry accounts() {
		return accounts;
	}

	public Home home() {
		return home;
	}

	public Clock clock() {
		return clock;
	}

	public SessionStore store() {
		return store;
	}

	public SessionLocks locks() {
		return locks;
	}

	public HealthBook health() {
		return health;
	}

	public WaitingList waiting() {
		return waiting;
	}

	public PendingConsents consents() {
		return consents;
	}

	public CredentialDesk credentials() {
		return credentials;
	}
}
