package org.postkontor.it.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.postkontor.it.KeptLogs;
import org.postkontor.it.servers.FreePorts;
import org.postkontor.it.servers.Premises;
import org.postkontor.it.servers.ServerProcess;
import org.postkontor.it.servers.TlsFiles;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;

/**
 * A running Keycloak on loopback, by TLS with a certificate of a test authority; and by plain http for mail servers of this machine.
 * It is its own copy as far as it writes; libraries and themes are links to the distribution. Ends, with all that it stored, on
 * {@link #close()} or with this virtual machine.
 */
final class Keycloak implements AutoCloseable {
	/** About half a minute on an idle machine; machines that test are often busy. */
	private static final Duration LIMIT = Duration.ofMinutes(5);
	private static final List<String> SHARED = List.of("lib", "providers", "themes", "version.txt");

	private final Premises premises;
	private final TestAuthority authority;
	private final String version;
	private final int port;
	private final int httpPort;
	private final KeycloakAdmin admin;

	private Keycloak(Premises premises, TestAuthority authority, String version, int port, int httpPort, KeycloakAdmin admin) {
		this.premises = premises;
		this.authority = authority;
		this.version = version;
		this.port = port;
		this.httpPort = httpPort;
		this.admin = admin;
	}

	/** Returns when it answers. */
	static Keycloak start(KeycloakDistribution distribution) throws IOException, InterruptedException {
		Path built = distribution.prepare();
		Premises premises = Premises.open();
		try {
			TestAuthority authority = TestAuthority.create();
			FreePorts ports = new FreePorts();
			int port = ports.next();
			int httpPort = ports.next();
			KeycloakAdmin admin = new KeycloakAdmin("https://localhost:" + port, authority.clientContext());
			Path home = home(premises, built);
			new TlsFiles(authority.server("localhost", "127.0.0.1"), authority).write(home.resolve("conf"));
			ServerProcess server = premises.start("keycloak", command(home, port, httpPort, admin));
			Wait.until("Keycloak is ready", () -> ready(server, admin), LIMIT);
			return new Keycloak(premises, authority, distribution.version(), port, httpPort, admin);
		} catch (IOException | RuntimeException | AssertionError e) {
			keepLog(premises);
			premises.close();
			throw e;
		}
	}

	private static boolean ready(ServerProcess server, KeycloakAdmin admin) {
		if (!server.alive()) {
			throw new AssertionError("Keycloak ended: " + server.output());
		}
		return admin.answers();
	}

	/** Nobody else enters: the key of its certificate is in it. */
	private static Path home(Premises premises, Path built) throws IOException {
		Path home = Files.createDirectory(premises.folder().resolve("keycloak"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		for (String shared : SHARED) {
			Files.createSymbolicLink(home.resolve(shared), built.resolve(shared));
		}
		Files.createDirectories(home.resolve("data"));
		// Its home is where its script really is, and not where a link to that would be.
		Files.copy(built.resolve("bin/kc.sh"), Files.createDirectory(home.resolve("bin")).resolve("kc.sh"), StandardCopyOption.COPY_ATTRIBUTES);
		Path configuration = Files.createDirectory(home.resolve("conf"));
		for (String file : List.of("keycloak.conf", "cache-ispn.xml")) {
			Files.copy(built.resolve("conf").resolve(file), configuration.resolve(file));
		}
		return home;
	}

	private static ProcessBuilder command(Path home, int port, int httpPort, KeycloakAdmin admin) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start", "--optimized", "--cache=local", "--http-enabled=true",
				"--http-host=127.0.0.1", "--http-port=" + httpPort, "--https-port=" + port, "--hostname=https://localhost:" + port,
				"--https-certificate-file=" + home.resolve("conf/server.pem"), "--https-certificate-key-file=" + home.resolve("conf/server.key"));
		KeycloakEnvironment.on(builder, home.resolve("tmp"));
		admin.introduce(builder.environment());
		return builder;
	}

	String version() {
		return version;
	}

	/** Who vouches for it. */
	TestAuthority authority() {
		return authority;
	}

	/** As a person's browser and the product see it. */
	String url() {
		return "https://localhost:" + port;
	}

	/** As a server on the same machine may ask it. */
	String plainUrl() {
		return "http://127.0.0.1:" + httpPort;
	}

	KeycloakAdmin admin() {
		return admin;
	}

	@Override
	public void close() throws IOException {
		keepLog(premises);
		premises.close();
	}

	private static void keepLog(Premises premises) {
		Path log = premises.folder().resolve("log/keycloak.out");
		if (Files.exists(log)) {
			KeptLogs.keep(log, "keycloak.log");
		}
	}
}
