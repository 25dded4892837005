package org.postkontor.it.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;

/**
 * Certificate and key as servers read them (RFC 7468). The key is that of one server for a few days and goes with the folder; those
 * of the authority are never written.
 */
public record TlsFiles(ServerIdentity identity, TestAuthority authority) {

	/** Makes {@code server.pem} with the chain, {@code server.key}, and {@code ca.pem} with the authority. */
	public void write(Path folder) throws IOException {
		try {
			StringBuilder chain = new StringBuilder();
			for (X509Certificate certificate : identity.chain()) {
				chain.append(pem("CERTIFICATE", certificate.getEncoded()));
			}
			Files.writeString(folder.resolve("server.pem"), chain);
		} catch (CertificateEncodingException e) {
			throw new IOException(e);
		}
		Path key = Owner.only(Files.createFile(folder.resolve("server.key")));
		Files.writeString(key, pem("PRIVATE KEY", identity.key().getEncoded()));
		authority.writeCaPem(folder.resolve("ca.pem"));
	}

	private static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content) + "\n-----END "
				+ label + "-----\n";
	}
}
