package org.postkontor.net.tests;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.TestAuthority;

/** The services as Declarative Services would wire them, with an office that trusts the test authority. */
final class NetFixture implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();
	static final Duration SOON = Duration.ofSeconds(10);

	final JdkTlsPolicy policy = new JdkTlsPolicy();
	final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();

	NetFixture() {
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
	}

	HttpService http() {
		return http(ProxySource.DIRECT);
	}

	HttpService http(ProxySource proxies) {
		return new JdkHttpService(policy, timer, proxies);
	}

	ConnectionSockets sockets(SocketLimits limits) {
		return new NodelaySocketFactories(policy, new InetNameLookup()).forConnection(limits);
	}

	ConnectionSockets sockets() {
		return sockets(new SocketLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 16, 1 << 13));
	}

	static Problem problem(Executable action) {
		return Assertions.assertThrows(ProblemException.class, action).problem();
	}

	@Override
	public void close() {
		timer.close();
	}
}
