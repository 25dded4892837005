package org.postkontor.net;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The office's own certificate authorities, registered as an OSGi service by the application (command line option
 * {@code --trust-ca}, branding file or provisioning). Without the service only the JDK's authorities are trusted.
 */
public record OfficeTrust(List<X509Certificate> authorities) {
	public OfficeTrust {
		authorities = List.copyOf(authorities);
	}
}
