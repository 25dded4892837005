package org.postkontor.auth.oauth.tests;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.oauth.internal.OidcProviderFactory;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpUser;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** A provider under test, a real identity provider, and what people do. */
final class OidcWorld implements AutoCloseable {
	static final TestAuthority AUTHORITY = TestAuthority.create();
	static final Explanations EXPLANATIONS = new CatalogueExplanations(MoreRows.NONE);
	static final String ANNA = "anna@example.test";
	static final Resource IMAP = new Resource(Protocol.IMAP, "imap.example.test", 993);
	static final Resource SMTP = new Resource(Protocol.SMTP, "smtp.example.test", 465);

	final FakeClock clock = new FakeClock();
	final IdentityProvider idp;
	final List<Throwable> browserFailures = new CopyOnWriteArrayList<>();
	final List<SignInPrompt.BrowserRequest> opened = new CopyOnWriteArrayList<>();
	final Map<String, UnaryOperator<HttpReply>> meddling = new HashMap<>();
	volatile boolean offline;
	volatile Branding branding = Branding.NONE;
	private final HttpService http;

	OidcWorld() throws IOException {
		idp = new IdentityProvider(AUTHORITY, clock).add(IdpUser.of(ANNA, "annas-password")).add(IdpUser.of("bert@example.test", "berts-password"));
		JdkTlsPolicy tls = new JdkTlsPolicy();
		tls.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		HttpService real = new JdkHttpService(tls, new ScheduledDeadlineTimer(), ProxySource.DIRECT);
		http = (call, monitor) -> send(real, call, monitor);
	}

	private HttpReply send(HttpService real, HttpCall call, org.eclipse.core.runtime.IProgressMonitor monitor) throws ProblemException {
		if (offline) {
			throw new ProblemException(Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK));
		}
		HttpReply reply = real.send(call, monitor);
		return meddling.getOrDefault(call.uri().getPath(), same -> same).apply(reply);
	}

	/** Changes what the identity provider answers at a path. */
	void meddle(String path, UnaryOperator<String> change) {
		meddling.put(path, reply -> new HttpReply(reply.status(), reply.headers(), change.apply(reply.text()).getBytes(), reply.hops()));
	}

	/** As {@link #meddle}, but for the next answer at the path only. */
	void meddleOnce(String path, UnaryOperator<String> change) {
		meddling.put(path, reply -> {
			meddling.remove(path);
			return new HttpReply(reply.status(), reply.headers(), change.apply(reply.text()).getBytes(), reply.hops());
		});
	}

	AuthProvider provider() {
		return provider(Map.of());
	}

	AuthProvider provider(Map<String, String> declared) {
		return new OidcProviderFactory(http, clock, timer(), branding, EXPLANATIONS).create(description(declared));
	}

	static ProviderDescription description(Map<String, String> declared) {
		return new ProviderDescription("oauth", "Test", "oauth", 1, Set.of(), List.of(), List.of(), Optional.empty(), "test", declared);
	}

	/** Fires when the clock is moved, and at once is not possible: device polls wait for the test. */
	private DeadlineTimer timer() {
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

	AuthBinding binding() {
		return AuthBinding.of("oauth", ANNA,
				Map.of("issuer", idp.issuer(), "clientId", "postkontor-demo", "scopesReceive", "mail.receive", "scopesSend", "mail.send"));
	}

	/** The same with other settings. @param changes name, value, name, value … */
	AuthBinding binding(String... changes) {
		Map<String, String> settings = new HashMap<>(binding().settings());
		for (int i = 0; i < changes.length; i += 2) {
			settings.put(changes[i], changes[i + 1]);
		}
		return AuthBinding.of("oauth", ANNA, settings);
	}

	SignInRequest request(Direction... directions) {
		return request(binding(), directions);
	}

	static SignInRequest request(AuthBinding binding, Direction... directions) {
		try {
			return new SignInRequest(binding, MailAddress.parse(ANNA), List.of(IMAP, SMTP), Set.of(directions));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	Session signIn() throws ProblemException {
		return provider().signIn(request(Direction.RECEIVE, Direction.SEND), anna(), null);
	}

	CredentialRequest wanted(boolean refused) {
		return new CredentialRequest(binding(), IMAP, refused);
	}

	static String text(Secret secret) {
		return secret.use(text -> text);
	}

	SignInPrompt anna() {
		return person(ScriptedBrowser.of(ANNA, "annas-password"));
	}

	SignInPrompt person(ScriptedBrowser browser) {
		return new BrowserPerson(browser);
	}

	/** Signs in on a thread of its own, as a browser does. */
	private final class BrowserPerson implements SignInPrompt {
		private final ScriptedBrowser browser;

		BrowserPerson(ScriptedBrowser browser) {
			this.browser = browser;
		}

		@Override
		public void openBrowser(BrowserRequest request) {
			opened.add(request);
			Thread.ofVirtual().start(() -> {
				try {
					browser.signIn(request.url());
				} catch (IOException | RuntimeException e) {
					browserFailures.add(e);
				}
			});
		}

		@Override
		public void showDeviceCode(DeviceCode code) {
			throw new AssertionError("no device code expected");
		}

		@Override
		public Secret askPassword(PasswordRequest request) {
			throw new AssertionError("no password expected");
		}

		@Override
		public void done() {
			// nothing to close
		}
	}

	static Map<String, String> query(URI url) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : new ArrayList<>(List.of(url.getRawQuery().split("&")))) {
			int equals = pair.indexOf('=');
			parameters.put(pair.substring(0, equals), java.net.URLDecoder.decode(pair.substring(equals + 1), java.nio.charset.StandardCharsets.UTF_8));
		}
		return parameters;
	}

	void advance(Duration duration) {
		clock.advance(duration);
	}

	@Override
	public void close() {
		idp.close();
	}
}
