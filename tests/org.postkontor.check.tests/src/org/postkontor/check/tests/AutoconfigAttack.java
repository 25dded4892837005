package org.postkontor.check.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.internal.JsonAccountRegistry;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.oauth.internal.OidcProviderFactory;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.check.AccountCheck.Options;
import org.postkontor.check.CheckReport;
import org.postkontor.check.internal.SteppedAccountCheck;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.AutoconfigSource;
import org.postkontor.discovery.internal.ParallelDiscovery;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpUser;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.testkit.peer.Transcript;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.smtp.AngusMailSender;

/**
 * A provider whose servers are known, an office that registered its application there, and somebody else's mail servers that
 * speak flawless TLS. Everything between discovery and the wire is the product's.
 */
final class AutoconfigAttack implements AutoCloseable {
	static final String ANNA = "anna@example.test";
	static final String ATTACKER = "localhost";
	private static final TestAuthority AUTHORITY = CheckFixture.AUTHORITY;
	private static final String CLIENT = "postkontor-demo";

	final FakeClock clock = new FakeClock();
	final IdentityProvider idp;
	final ImapPeer imap;
	final SmtpPeer smtp;
	final AccountRegistry accounts;
	final SignInBroker broker;
	private final HttpPeer directory;
	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final JdkTlsPolicy tls = new JdkTlsPolicy();
	private final Branding branding;
	private final HttpService http;

	AutoconfigAttack(Path home) throws Exception {
		idp = new IdentityProvider(AUTHORITY, clock).add(IdpUser.of(ANNA, "annas-password"));
		imap = new ImapPeer(ServerTls.implicit(AUTHORITY.server(ATTACKER)));
		smtp = new SmtpPeer(ServerTls.implicit(AUTHORITY.server(ATTACKER)));
		directory = HttpPeer.https(AUTHORITY.server("localhost")).route("/config", HttpAnswer.xml(autoconfig()));
		tls.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		http = new JdkHttpService(tls, timer, ProxySource.DIRECT, clock);
		branding = new Branding("", List.of(), Optional.empty(), List.of(new Branding.Client(idp.issuer(), CLIENT, "mail.receive", "mail.send")));
		Home folder = new Home(home, true);
		accounts = new JsonAccountRegistry(folder);
		DataKey key = DataKey.random(new SecureRandom());
		broker = new LockingSignInBroker(new Declared(), new EncryptedFileTokenVault(folder, mayCreate -> key, clock, new SecureRandom()), accounts, folder,
				clock, Explanations.NONE);
	}

	/** What the address' domain says: servers of the attacker, sign-in at the known provider. */
	private String autoconfig() {
		return """
				<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.test"><displayName>Example Mail</displayName>
				%s%s</emailProvider><oAuth2><issuer>%s</issuer><scope>mail</scope></oAuth2></clientConfig>
				""".formatted(server("incomingServer", "imap", imap.port()), server("outgoingServer", "smtp", smtp.port()), idp.issuer());
	}

	private static String server(String element, String type, int port) {
		return "<%s type=\"%s\"><hostname>%s</hostname><port>%d</port><socketType>SSL</socketType><authentication>OAuth2</authentication></%s>"
				.formatted(element, type, ATTACKER, port, element);
	}

	/** The best proposal that is found for Anna. */
	Proposal found() throws ProblemException {
		ParallelDiscovery discovery = new ParallelDiscovery();
		discovery.addSource(new AutoconfigSource(http, branding, address -> List.of(URI.create(directory.url("/config")))));
		return discovery.find(MailAddress.parse(ANNA), null).best().orElseThrow();
	}

	/** As wizard and command line make it, once a person has said that the servers are right. */
	Account account() throws ProblemException {
		return account(found().endpoints());
	}

	Account account(List<Endpoint> endpoints) throws ProblemException {
		Endpoint receiving = endpoints.stream().filter(each -> each.direction() == Direction.RECEIVE).findFirst().orElseThrow();
		Endpoint sending = endpoints.stream().filter(each -> each.direction() == Direction.SEND).findFirst().orElseThrow();
		return new Account(AccountId.create(), "Anna", MailAddress.parse(ANNA), "", Scope.EMPLOYEE, List.of(receiving, sending));
	}

	/** The same user at the provider's own servers. */
	Account honest() throws ProblemException {
		return account(account().endpoints().stream()
				.map(each -> each.movedTo(each.protocol() == Protocol.IMAP ? "imap.mail.example.org" : "smtp.mail.example.org", each.port(), each.tls())).toList());
	}

	CheckReport check(Account account) {
		InetNameLookup names = new InetNameLookup();
		NodelaySocketFactories sockets = new NodelaySocketFactories(tls, names);
		return new SteppedAccountCheck(broker, List.of(new AngusMailSender(sockets, timer, names, Explanations.NONE)),
				List.of(new AngusImapReceiver(sockets, timer, names, Explanations.NONE)), List.of(), names, sockets, new FakeMail().composer(), timer, clock)
				.run(account, new Options(false), step -> {
				}, null);
	}

	/** All that the attacker's servers heard. */
	List<Transcript> heard() {
		return Stream.concat(imap.server().transcripts().stream(), smtp.server().transcripts().stream()).toList();
	}

	@Override
	public void close() throws IOException {
		directory.close();
		imap.close();
		smtp.close();
		idp.close();
		timer.close();
	}

	/** A provider like the large ones, and the one for any issuer. */
	private final class Declared implements AuthProviders {
		@Override
		public List<ProviderDescription> descriptions() {
			return List.of(description("known", "Known Mail", List.of("mail.example.org"), Map.of("issuer", idp.issuer())),
					description("oauth", "OAuth 2.0", List.of(), Map.of()));
		}

		private static ProviderDescription description(String id, String label, List<String> hosts, Map<String, String> settings) {
			return new ProviderDescription(id, label, "oauth", 1, Set.of(Protocol.values()), List.of(), hosts, Optional.empty(), "test", settings);
		}

		@Override
		public Optional<ProviderDescription> description(String id) {
			return descriptions().stream().filter(each -> each.id().equals(id)).findFirst();
		}

		@Override
		public AuthProvider provider(String id) {
			return new OidcProviderFactory(http, clock, timer, branding, Explanations.NONE).create(description(id).orElseThrow());
		}
	}
}
