package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.internal.vault.DataKey;

/** Two products on one home, many threads each, one token that is exchanged at each refresh: the provider ends it if an old one comes again. */
class TwoProductsTest {
	private static final int EXPIRIES = 1000;
	private static final Duration LIFETIME = Duration.ofMinutes(61);
	@TempDir
	Path folder;

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void askTheProviderOnceAnExpiryAndLoseNoToken() throws Exception {
		DataKey key = DataKey.random(new SecureRandom());
		Path keyFile = Files.writeString(folder.resolve("key"), key.encoded());
		Path ca = OidcWorld.AUTHORITY.writeCaPem(folder.resolve("ca.pem"));
		try (BrokerStage stage = new BrokerStage(folder.resolve("home"), key)) {
			AuthBinding binding = stage.signedIn();
			List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-cp", classPath(),
					RefreshingProcess.class.getName(), folder.resolve("home").toString(), ca.toString(), keyFile.toString(),
					binding.session().orElseThrow(), stage.world.idp.issuer());
			try (Product one = new Product(command); Product other = new Product(command)) {
				int before = stage.world.idp.tokenRequests();
				for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
					stage.world.clock.advance(LIFETIME);
					one.ask(stage.world.clock.instant());
					other.ask(stage.world.clock.instant());
					String tokens = one.answer();
					assertFalse(tokens.contains("failed") || tokens.contains(","), tokens);
					assertEquals(tokens, other.answer(), "expiry " + expiry);
					assertEquals(before + expiry, stage.world.idp.tokenRequests(), "expiry " + expiry);
				}
			}
			assertFalse(stage.refreshToken(binding).isEmpty());
		}
	}

	/** What the other product needs, as a plain class path, whether this one runs OSGi or not. */
	private static String classPath() throws ClassNotFoundException {
		ClassLoader nimbus = com.nimbusds.oauth2.sdk.Scope.class.getClassLoader();
		Stream<Class<?>> own = Stream.of(RefreshingProcess.class, org.postkontor.auth.oauth.internal.OidcProviderFactory.class,
				org.postkontor.auth.Credential.class, org.postkontor.net.HttpService.class, org.postkontor.account.Account.class,
				org.postkontor.problem.Problem.class, Class.forName("org.postkontor.store.CrashPoint", false, org.postkontor.auth.Credential.class.getClassLoader()),
				org.postkontor.testkit.FakeClock.class, com.google.gson.Gson.class, org.slf4j.Logger.class, org.eclipse.core.runtime.IProgressMonitor.class,
				com.nimbusds.oauth2.sdk.Scope.class, com.nimbusds.jose.JWSObject.class);
		List<Class<?>> more = new ArrayList<>();
		for (String name : List.of("com.nimbusds.common.contenttype.ContentType", "com.nimbusds.langtag.LangTag", "net.minidev.json.JSONObject")) {
			more.add(Class.forName(name, false, nimbus));
		}
		more.add(Class.forName("net.minidev.asm.BeansAccess", false, more.getLast().getClassLoader()));
		return Stream.concat(own, more.stream()).map(TwoProductsTest::location).distinct().map(Path::toString)
				.collect(Collectors.joining(java.io.File.pathSeparator));
	}

	/** A bundle that is used from its project says where the project is, not where the classes are. */
	private static Path location(Class<?> type) {
		String location = type.getProtectionDomain().getCodeSource().getLocation().toString().replaceFirst("^reference:", "");
		Path base = Path.of(URI.create(location.replace(" ", "%20")));
		String classFile = type.getName().replace('.', '/') + ".class";
		return Stream.of(base, base.resolve("target/classes"), base.resolve("bin"))
				.filter(place -> !Files.isDirectory(base) || Files.exists(place.resolve(classFile))).findFirst().orElse(base);
	}

	/** The other end of a {@link RefreshingProcess}. */
	private static final class Product implements AutoCloseable {
		private final Process process;
		private final Writer questions;
		private final BufferedReader answers;

		Product(List<String> command) throws IOException {
			process = new ProcessBuilder(command).redirectErrorStream(true).start();
			questions = process.outputWriter();
			answers = process.inputReader();
		}

		void ask(Instant now) throws IOException {
			questions.write(now.toEpochMilli() + "\n");
			questions.flush();
		}

		String answer() throws IOException {
			for (String line; (line = answers.readLine()) != null;) {
				if (line.startsWith("[")) {
					return line;
				}
				System.out.println(line);
			}
			return "failed: ended";
		}

		@Override
		public void close() {
			process.destroyForcibly();
		}
	}
}
