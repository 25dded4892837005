package org.postkontor.auth.oauth.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.auth.oauth.internal.OidcProviderFactory;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.net.HttpService;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.testkit.CrashPoints;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;

/**
 * A product of its own on a home that others use, too. Reads the time in milliseconds from its input, a line a round; asks for
 * the token of one session with many threads at once; prints how many different ones it got and what identifies them. The line
 * {@code out} signs out. Ends where the system properties of {@link CrashPoints} say so; stands still between the provider's answer
 * and its storing until the file of {@link #HOLD} is there.
 */
public final class RefreshingProcess {
	/** System property: the file that is waited for. */
	static final String HOLD = "org.postkontor.auth.oauth.tests.hold";
	private static final int THREADS = 8;
	private static final Resource IMAP = new Resource(Protocol.IMAP, "imap.example.test", 993);
	private static final ProviderDescription DESCRIPTION = new ProviderDescription("oauth", "Test", "oauth", 1, Set.of(), List.of(), List.of(),
			Optional.empty(), "test", Map.of());

	private final FakeClock clock = new FakeClock();
	private final SignInBroker broker;
	private final SignIns signIns;
	private final AuthBinding binding;

	private RefreshingProcess(Path home, Path ca, Path key, AuthBinding binding) throws Exception {
		this.binding = binding;
		JdkTlsPolicy tls = new JdkTlsPolicy();
		tls.addOffice(OfficeTrust.read(ca));
		ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
		HttpService http = new JdkHttpService(tls, timer, ProxySource.DIRECT);
		AuthProvider provider = new OidcProviderFactory(http, clock, timer, Branding.NONE, Explanations.NONE).create(DESCRIPTION);
		DataKey dataKey = DataKey.parse(Files.readString(key)).orElseThrow();
		Home folder = new Home(home, true);
		CrashPoints crash = CrashPoints.fromProperties();
		Sessions sessions = new Sessions(new Provided(provider), new EncryptedFileTokenVault(folder, mayCreate -> dataKey, clock, new SecureRandom()),
				new NoAccounts(), folder, clock, Explanations.NONE, label -> {
					crash.hit(label);
					hold();
				});
		broker = new LockingSignInBroker(sessions);
		signIns = new StoredSignIns(sessions);
	}

	private static void hold() {
		String file = System.getProperty(HOLD);
		if (file != null) {
			System.out.println("[holding]");
			Wait.until(() -> Files.exists(Path.of(file)), Duration.ofSeconds(60));
		}
	}

	/** @param arguments home, certificate, key file, session id, issuer */
	public static void main(String[] arguments) throws Exception {
		AuthBinding binding = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", arguments[4], "clientId", "postkontor-demo")).signedIn(arguments[3]);
		new RefreshingProcess(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), binding).run();
		System.exit(0);
	}

	private void run() throws IOException, InterruptedException, ExecutionException {
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS);
				BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
			for (String line; (line = rounds.readLine()) != null;) {
				if (line.equals("out")) {
					System.out.println("[leaving]");
					System.out.println(signOut());
					continue;
				}
				clock.set(Instant.ofEpochMilli(Long.parseLong(line)));
				List<Future<String>> tokens = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					tokens.add(threads.submit(this::token));
				}
				TreeSet<String> different = new TreeSet<>();
				for (Future<String> token : tokens) {
					different.add(token.get());
				}
				System.out.println(different);
			}
		}
	}

	private String signOut() {
		try {
			signIns.signOut(binding.session().orElseThrow(), null);
			return "[out]";
		} catch (Exception e) {
			return "[failed: " + e.getMessage() + "]";
		}
	}

	private String token() {
		try {
			Credential.BearerToken bearer = (Credential.BearerToken) broker.credential(binding, IMAP, Interaction.FORBIDDEN, null);
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bearer.token().use(text -> text.getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest, 0, 8);
		} catch (Exception e) {
			return "failed: " + e.getMessage();
		}
	}

	private record Provided(AuthProvider own) implements AuthProviders {
		@Override
		public List<ProviderDescription> descriptions() {
			return List.of(DESCRIPTION);
		}

		@Override
		public Optional<ProviderDescription> description(String id) {
			return Optional.of(DESCRIPTION);
		}

		@Override
		public AuthProvider provider(String id) {
			return own;
		}
	}
}
