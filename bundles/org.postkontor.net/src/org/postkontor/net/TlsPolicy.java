package org.postkontor.net;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * How TLS is done: TLS 1.2 or newer, chain and host name always verified, no way to switch that off. OSGi service,
 * thread-safe.
 */
public interface TlsPolicy {
	/** A context whose trust managers know exactly the authorities of {@code trust}. */
	SSLContext context(Trust trust);

	/** Protocol versions and endpoint identification {@code algorithm} ({@code HTTPS} or {@code LDAPS}, RFC 2818 and RFC 6125 rules). */
	SSLParameters parameters(String algorithm);
}
