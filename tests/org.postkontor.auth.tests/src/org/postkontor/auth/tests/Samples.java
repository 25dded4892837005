package org.postkontor.auth.tests;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.internal.password.PasswordProviderFactory;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;

/** Ready-made values of these tests. */
final class Samples {
	static final Resource IMAP = new Resource(Protocol.IMAP, "imap.example.test", 993);
	static final Resource SMTP = new Resource(Protocol.SMTP, "smtp.example.test", 465);
	static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

	private Samples() {
	}

	static Home home(Path folder) {
		return new Home(folder, true);
	}

	static Session session(String id, String token) {
		return new Session(id, "scripted", "https://login.example.test", "client", "subject", List.of("anna@example.test"), Set.of("mail"),
				Set.of("imap.example.test"), NOW, NOW, Map.of("access", Secret.of(token), "refresh", Secret.of("refresh-" + token)), Map.of("expires", "x"));
	}

	static ProviderDescription description(String id, String kind, List<String> hosts) {
		return new ProviderDescription(id, id, kind, 1, Set.of(Protocol.IMAP, Protocol.SMTP), List.of(), hosts, Optional.empty(), "test", Map.of());
	}

	static AuthProvider passwordProvider(Clock clock) {
		return new PasswordProviderFactory(clock).create(description("password", "password", List.of()));
	}

	static AuthBinding binding(String provider) {
		return AuthBinding.of(provider, "anna@example.test", Map.of());
	}

	static Account account(AuthBinding imap, AuthBinding smtp) {
		try {
			return new Account(AccountId.create(), "Anna", MailAddress.parse("anna@example.test"), "", Scope.EMPLOYEE,
					List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, imap),
							new Endpoint(Protocol.SMTP, "smtp.example.test", 465, TlsMode.IMPLICIT, smtp)));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}
}
