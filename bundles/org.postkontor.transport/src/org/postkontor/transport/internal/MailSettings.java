package org.postkontor.transport.internal;

import java.net.IDN;
import java.util.Properties;

import org.postkontor.account.Endpoint;
import org.postkontor.account.TlsMode;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;

/**
 * The mail library's settings, hardened: its defaults wait for ever, fall back to plain sockets and weaker mechanisms. One
 * fresh set for each connection; nothing of an account's file gets in here but host, port and TLS mode.
 */
public final class MailSettings {
	private final String prefix;
	private final Properties properties = new Properties();

	/** @param name as the library calls the protocol, also for implicit TLS */
	public MailSettings(String name, Endpoint endpoint, ConnectionSockets sockets, SocketLimits limits) {
		prefix = "mail." + name + ".";
		boolean implicit = endpoint.tls() == TlsMode.IMPLICIT;
		set("ssl.enable", implicit);
		set("starttls.enable", !implicit);
		set("starttls.required", !implicit);
		set("ssl.checkserveridentity", true);
		set("ssl.protocols", "TLSv1.3 TLSv1.2");
		// Without this, a failure in our factory makes the library try again with an unguarded socket.
		set("socketFactory.fallback", false);
		set("connectiontimeout", limits.connect().toMillis());
		set("timeout", limits.read().toMillis());
		properties.put(prefix + "socketFactory", sockets.plain());
		properties.put(prefix + "ssl.socketFactory", implicit ? new UnconnectedTls(sockets.tls()) : sockets.tls());
		properties.setProperty("mail.debug", "false");
		properties.setProperty("mail.debug.auth", "false");
	}

	public MailSettings set(String name, Object value) {
		properties.setProperty(prefix + name, String.valueOf(value));
		return this;
	}

	public Properties properties() {
		return properties;
	}

	/** The host as DNS and certificates know it; a name that cannot be one stays as it is, and will not be found. */
	public static String host(Endpoint endpoint) {
		String host = endpoint.host().strip();
		try {
			return host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host);
		} catch (IllegalArgumentException e) {
			return host;
		}
	}
}
