package org.postkontor.discovery.tests;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.postkontor.account.Branding;
import org.postkontor.account.MailAddress;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.TestAuthority;

/** HTTP that trusts the test authority, and an autoconfig file with gaps to fill. */
final class DiscoveryFixture implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();
	static final MailAddress ANNA = address("anna@example.test");

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();

	HttpService http() {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		return new JdkHttpService(policy, timer, ProxySource.DIRECT);
	}

	static MailAddress address(String text) {
		try {
			return MailAddress.parse(text);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	static Branding directory(String url) {
		return new Branding("", List.of(), Optional.of(URI.create(url)), List.of());
	}

	static Branding client(String issuer) {
		return new Branding("", List.of(), Optional.empty(), List.of(new Branding.Client(issuer, "office-client", "read", "")));
	}

	static String xml(String servers, String more) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<clientConfig version="1.1"><emailProvider id="example.test"><domain>example.test</domain>
				<displayName>Example Mail</displayName>%s</emailProvider>%s</clientConfig>
				""".formatted(servers, more);
	}

	static String server(String type, String host, int port, String socket, String... authentications) {
		StringBuilder xml = new StringBuilder(type.equals("smtp") ? "<outgoingServer" : "<incomingServer").append(" type=\"" + type + "\">");
		Map.of("hostname", host, "port", port, "socketType", socket).forEach((n, v) -> xml.append("<" + n + ">" + v + "</" + n + ">"));
		for (String authentication : authentications) {
			xml.append("<authentication>" + authentication + "</authentication>");
		}
		return xml.append("<username>%EMAILADDRESS%</username>").append(type.equals("smtp") ? "</outgoingServer>" : "</incomingServer>").toString();
	}

	static Problem problem(Executable action) {
		return Assertions.assertThrows(ProblemException.class, action).problem();
	}

	@Override
	public void close() {
		timer.close();
	}
}
