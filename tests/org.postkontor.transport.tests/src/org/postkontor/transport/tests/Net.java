package org.postkontor.transport.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;

/** The services below the transports as Declarative Services would wire them, an office that trusts the test authority, and a user. */
final class Net implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();
	static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");
	static final String USER = "anna@example.test";
	static final String TOKEN = "good-token-0123456789";
	static final String BAD_TOKEN = "bad-token-9876543210";
	static final String PASSWORD = "pass word ä";
	static final Duration SOON = Duration.ofSeconds(10);

	final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();

	/** With real time-outs. */
	Ground ground() {
		return ground(timer);
	}

	/** Time-outs come when the test moves the clock. */
	Ground ground(FakeClock clock) {
		return ground(deadlines(clock));
	}

	private static Ground ground(DeadlineTimer timer) {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		return new Ground(new NodelaySocketFactories(policy, names), timer, names, new CatalogueExplanations(MoreRows.NONE));
	}

	private static DeadlineTimer deadlines(FakeClock clock) {
		return (delay, action) -> {
			AutoCloseable timer = clock.schedule(delay, action);
			return () -> {
				try {
					timer.close();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			};
		};
	}

	static Endpoint endpoint(Protocol protocol, int port, TlsMode tls) {
		return new Endpoint(protocol, "localhost", port, tls, AuthBinding.of("test", USER, java.util.Map.of()));
	}

	static Credential token() {
		return token(TOKEN);
	}

	static Credential token(String token) {
		return new Credential.BearerToken(USER, Secret.of(token), Instant.MAX);
	}

	static Credential password() {
		return password(PASSWORD);
	}

	static Credential password(String password) {
		return new Credential.Password(USER, Secret.of(password));
	}

	@Override
	public void close() {
		timer.close();
	}
}
