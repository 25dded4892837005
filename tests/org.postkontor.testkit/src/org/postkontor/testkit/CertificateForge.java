package org.postkontor.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates with one issuer's key. */
final class CertificateForge {

	private static final List<String> DNS = List.of("localhost", "demo.test", "example.test");
	private static final List<String> NETWORKS = List.of("127.0.0.1/32", "::1/128");

	private final KeyPair issuerKeys;
	private final X500Name issuer;
	private final X509Certificate issuerCertificate;

	/** @param issuerCertificate null for a self-signed certificate */
	CertificateForge(KeyPair issuerKeys, String issuer, X509Certificate issuerCertificate) {
		this.issuerKeys = issuerKeys;
		this.issuer = name(issuer);
		this.issuerCertificate = issuerCertificate;
	}

	static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	X509Certificate authority(PublicKey key, String subject, Instant from, Instant until, int pathLength) {
		try {
			return sign(builder(key, subject, from, until)
					.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength))
					.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
					.addExtension(Extension.nameConstraints, true, constraints()));
		} catch (CertIOException e) {
			throw new IllegalStateException(e);
		}
	}

	X509Certificate server(PublicKey key, List<String> names, Instant from, Instant until) {
		GeneralName[] alternatives = names.stream().map(CertificateForge::alternative).toArray(GeneralName[]::new);
		try {
			return sign(builder(key, names.get(0), from, until)
					.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
					.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
					.addExtension(Extension.extendedKeyUsage, false,
							new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
					.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives)));
		} catch (CertIOException e) {
			throw new IllegalStateException(e);
		}
	}

	private X509v3CertificateBuilder builder(PublicKey key, String subject, Instant from, Instant until) {
		BigInteger serial = new BigInteger(120, new SecureRandom()).add(BigInteger.ONE);
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from),
				Date.from(until), name(subject), key);
		try {
			JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
			builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
			if (issuerCertificate != null) {
				builder.addExtension(Extension.authorityKeyIdentifier, false,
						ids.createAuthorityKeyIdentifier(issuerCertificate.getPublicKey()));
			}
			return builder;
		} catch (GeneralSecurityException | CertIOException e) {
			throw new IllegalStateException(e);
		}
	}

	private X509Certificate sign(X509v3CertificateBuilder builder) {
		try {
			return new JcaX509CertificateConverter().getCertificate(builder
					.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
		} catch (OperatorCreationException | GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static NameConstraints constraints() {
		GeneralSubtree[] permitted = new GeneralSubtree[DNS.size() + NETWORKS.size()];
		for (int i = 0; i < DNS.size(); i++) {
			permitted[i] = new GeneralSubtree(new GeneralName(GeneralName.dNSName, DNS.get(i)));
		}
		for (int i = 0; i < NETWORKS.size(); i++) {
			permitted[DNS.size() + i] = new GeneralSubtree(
					new GeneralName(GeneralName.iPAddress, NETWORKS.get(i)));
		}
		return new NameConstraints(permitted, null);
	}

	private static GeneralName alternative(String name) {
		boolean literal = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
		return new GeneralName(literal ? GeneralName.iPAddress : GeneralName.dNSName, name);
	}

	private static X500Name name(String common) {
		return new X500Name("CN=" + common.replace(":", "\\:"));
	}
}
