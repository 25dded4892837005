package org.postkontor.auth.microsoft.tests;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.microsoft.internal.MicrosoftAuthProvider;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.Trust;
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
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.idp.MicrosoftApp;
import org.postkontor.testkit.idp.MicrosoftIdentityProvider;
import org.postkontor.testkit.idp.MicrosoftTenant;
import org.postkontor.testkit.idp.MicrosoftUser;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** The provider under test against Microsoft's dialect, to which its connections are led, and the people of an office. */
public final class MicrosoftWorld implements AutoCloseable {
	static final String APP = "0a1b2c3d-0000-0000-0000-000000000001";
	static final MicrosoftTenant OFFICE = MicrosoftTenant.work("11111111-2222-3333-4444-555555555555", "kanzlei.example.test");
	static final String ANNA = "anna.muster@kanzlei.example.test";
	static final String ADMIN = "it@kanzlei.example.test";
	static final String PRIVATE = "bert@outlook.com";
	static final Resource IMAP = new Resource(Protocol.IMAP, "outlook.office365.com", 993);
	static final Resource POP3 = new Resource(Protocol.POP3, "outlook.office365.com", 995);
	static final Resource SMTP = new Resource(Protocol.SMTP, "smtp.office365.com", 587);
	static final Resource EWS = new Resource(Protocol.EWS, "outlook.office365.com", 443);
	static final Resource GRAPH = new Resource(Protocol.GRAPH, "graph.microsoft.com", 443);
	static final String IMAP_RIGHT = "https://outlook.office.com/IMAP.AccessAsUser.All";
	static final String SMTP_RIGHT = "https://outlook.office.com/SMTP.Send";
	static final String GRAPH_RIGHT = "https://graph.microsoft.com/Mail.Send";
	private static final TestAuthority AUTHORITY = TestAuthority.create();

	final FakeClock clock = new FakeClock();
	final MicrosoftIdentityProvider idp;
	final List<HttpCall> calls = new CopyOnWriteArrayList<>();
	final List<SignInPrompt.BrowserRequest> opened = new CopyOnWriteArrayList<>();
	final List<Throwable> browserFailures = new CopyOnWriteArrayList<>();
	volatile boolean offline;
	/** Set: the next refresh is refused as for an application that runs in a browser. */
	volatile boolean failRefresh;
	private final HttpService real;

	public MicrosoftWorld() throws IOException {
		idp = new MicrosoftIdentityProvider(AUTHORITY, clock).add(OFFICE).add(MicrosoftApp.desktop(APP))
				.add(MicrosoftUser.of(ANNA, "annas-password", OFFICE)).add(MicrosoftUser.of(ADMIN, "its-password", OFFICE).asAdministrator())
				.add(MicrosoftUser.of(PRIVATE, "berts-password", MicrosoftTenant.PERSONAL));
		JdkTlsPolicy tls = new JdkTlsPolicy();
		tls.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		real = new JdkHttpService(tls, new ScheduledDeadlineTimer(), ProxySource.DIRECT);
	}

	public HttpService http() {
		return this::send;
	}

	private HttpReply send(HttpCall call, IProgressMonitor monitor) throws ProblemException {
		calls.add(call);
		if (offline) {
			throw new ProblemException(Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK));
		}
		if (failRefresh && new String(call.body(), StandardCharsets.UTF_8).contains("grant_type=refresh_token")) {
			failRefresh = false;
			idp.nextTokenError(400, "invalid_grant", "", 700084);
		}
		return real.send(new HttpCall(call.method(), idp.local(call.uri()), call.headers(), call.body(), call.timeout(), call.maxBytes(),
				call.redirects(), Trust.OFFICE), monitor);
	}

	MicrosoftAuthProvider provider() {
		return provider(Branding.NONE);
	}

	MicrosoftAuthProvider provider(Branding branding) {
		return new MicrosoftAuthProvider(http(), clock, timer(), branding, Explanations.NONE);
	}

	/** Fires when the clock is moved: device polls wait for the test. */
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

	static AuthBinding binding(String user, String... more) {
		Map<String, String> settings = new LinkedHashMap<>(Map.of("clientId", APP));
		for (int i = 0; i < more.length; i += 2) {
			settings.put(more[i], more[i + 1]);
		}
		return AuthBinding.of("microsoft", user, settings);
	}

	static SignInRequest request(AuthBinding binding, Set<Direction> directions, Resource... resources) {
		try {
			return new SignInRequest(binding, MailAddress.parse(binding.principal()), List.of(resources), directions);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	/** To send by SMTP, with a server for receiving in the account. */
	static SignInRequest sending(String user) {
		return request(binding(user), Set.of(Direction.SEND), IMAP, SMTP);
	}

	static SignInRequest both(String user) {
		return request(binding(user), Set.of(Direction.SEND, Direction.RECEIVE), IMAP, SMTP);
	}

	Session signIn(SignInRequest request) throws ProblemException {
		return provider().signIn(request, person(request.binding().principal()), null);
	}

	AuthProvider.Grant credential(Session session, Resource resource, boolean refused) throws ProblemException {
		return provider().credential(session, wanted(resource, refused), null);
	}

	static CredentialRequest wanted(Resource resource, boolean refused) {
		return new CredentialRequest(binding(ANNA), resource, refused);
	}

	static String token(AuthProvider.Grant grant) {
		return ((Credential.BearerToken) grant.credential()).token().use(text -> text);
	}

	BrowserPerson person(String user) {
		return person(browser(user));
	}

	BrowserPerson person(ScriptedBrowser browser) {
		return new BrowserPerson(this, browser);
	}

	static ScriptedBrowser browser(String user) {
		return ScriptedBrowser.of(user, Map.of(ANNA, "annas-password", ADMIN, "its-password", PRIVATE, "berts-password").get(user));
	}

	static Map<String, String> query(URI url) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : url.getRawQuery().split("&")) {
			int equals = pair.indexOf('=');
			parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
		}
		return parameters;
	}

	public static String sendRight() {
		return SMTP_RIGHT;
	}

	/** The scopes that the browser asked for last. */
	Set<String> asked() {
		return Set.of(idp.authorizations().getLast().get("scope").split(" "));
	}

	@Override
	public void close() {
		idp.close();
	}
}
