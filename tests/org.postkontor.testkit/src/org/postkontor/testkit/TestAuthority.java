package org.postkontor.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.SSLContext;

/**
 * A certificate authority made at start, good for the demo names for a few days, and gone with the VM.
 * <p>
 * The root signs one intermediate and its key is dropped at once; no key is ever written anywhere. Both certificates
 * carry critical name constraints (RFC 5280, 4.2.1.10): DNS {@code localhost}, {@code demo.test},
 * {@code example.test} with their subdomains, IP 127.0.0.1 and ::1. The intermediate exists because Java ignores
 * the constraints of a trust anchor itself: a leak of the running VM's memory could not harm any other name either.
 * Immutable, thread-safe.
 */
public final class TestAuthority {

	private static final Duration VALID = Duration.ofDays(21);
	private static final Duration SKEW = Duration.ofDays(1);

	private final X509Certificate root;
	private final X509Certificate intermediate;
	private final KeyPair intermediateKeys;
	private final Instant from;
	private final Instant until;

	private TestAuthority(Instant now) {
		from = now.minus(SKEW);
		until = now.plus(VALID);
		KeyPair rootKeys = CertificateForge.newKeys();
		root = new CertificateForge(rootKeys, "Postkontor Test Root", null)
				.authority(rootKeys.getPublic(), "Postkontor Test Root", from, until, 1);
		intermediateKeys = CertificateForge.newKeys();
		intermediate = new CertificateForge(rootKeys, "Postkontor Test Root", root)
				.authority(intermediateKeys.getPublic(), "Postkontor Test Authority", from, until, 0);
	}

	/** An authority valid now, by the real clock that the JDK's own TLS checks use. */
	public static TestAuthority create() {
		return create(Clock.systemUTC());
	}

	public static TestAuthority create(Clock clock) {
		return new TestAuthority(clock.instant());
	}

	/**
	 * A good server certificate.
	 *
	 * @param names DNS names or IP literals; a name outside the constraints is signed all the same, and it is the
	 *              client that must refuse it
	 */
	public ServerIdentity server(String... names) {
		return issue(List.of(names), from, until);
	}

	/** A server certificate that expired an hour after this authority began, which is in the past. */
	public ServerIdentity expired(String... names) {
		return issue(List.of(names), from, from.plus(Duration.ofHours(1)));
	}

	/** A server certificate that begins ten days after this authority did: what a computer sees whose clock is slow. */
	public ServerIdentity notYetValid(String... names) {
		return issue(List.of(names), from.plus(Duration.ofDays(10)), until);
	}

	/** A good server certificate that ends three days after this authority began. */
	public ServerIdentity endingSoon(String... names) {
		return issue(List.of(names), from, from.plus(Duration.ofDays(3)));
	}

	/** A certificate for {@code other.example.test}: valid, and wrong for every server of a test. */
	public ServerIdentity wrongHost() {
		return server("other.example.test");
	}

	/** A server certificate that nobody vouches for. */
	public ServerIdentity selfSigned(String... names) {
		KeyPair keys = CertificateForge.newKeys();
		X509Certificate certificate = new CertificateForge(keys, names[0], null).server(keys.getPublic(),
				List.of(names), from, until);
		return new ServerIdentity(keys.getPrivate(), List.of(certificate));
	}

	private ServerIdentity issue(List<String> names, Instant notBefore, Instant notAfter) {
		KeyPair keys = CertificateForge.newKeys();
		X509Certificate certificate = new CertificateForge(intermediateKeys, "Postkontor Test Authority",
				intermediate).server(keys.getPublic(), names, notBefore, notAfter);
		return new ServerIdentity(keys.getPrivate(), List.of(certificate, intermediate));
	}

	/** The root certificate: what a client has to trust. */
	public X509Certificate certificate() {
		return root;
	}

	/** The root certificate in PEM; a certificate only, never a key. */
	public String caPem() {
		return Pem.of(root);
	}

	/** Writes {@link #caPem()} to {@code file}. */
	public Path writeCaPem(Path file) throws IOException {
		return Files.writeString(file, caPem());
	}

	/** A context for clients that trusts this authority and nobody else. */
	public SSLContext clientContext() {
		return TlsContexts.trusting(root);
	}
}
