package org.postkontor.demo;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

/** A directory of mail settings over HTTPS, in the format of Mozilla's autoconfig 1.1, that knows one domain. */
public final class DemoDirectory implements AutoCloseable {

	static final String SCOPES = "openid email offline_access mail";

	private final HttpPeer server;

	/**
	 * A server on {@code localhost}.
	 *
	 * @param type       {@code imap}, {@code pop3} or {@code smtp}
	 * @param socketType {@code SSL} or {@code STARTTLS}
	 */
	public record Server(String type, int port, String socketType) {
		private String direction() {
			return type.equals("smtp") ? "outgoing" : "incoming";
		}
	}

	/** @param servers in the order in which they are offered */
	public DemoDirectory(ServerIdentity identity, String domain, List<Server> servers, IdentityProvider provider) throws IOException {
		server = HttpPeer.https(identity);
		server.route("/v1.1/" + domain, HttpAnswer.xml(document(domain, servers, provider)));
	}

	/** Ends in a slash; the domain is appended. */
	public String url() {
		return server.url("/v1.1/");
	}

	private static String document(String domain, List<Server> servers, IdentityProvider provider) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<clientConfig version="1.1">
				  <emailProvider id="%1$s">
				    <domain>%1$s</domain>
				    <displayName>Postkontor Demo</displayName>
				    <displayShortName>Demo</displayShortName>
				%2$s  </emailProvider>
				  <oAuth2>
				    <issuer>%3$s</issuer>
				    <scope>%4$s</scope>
				    <authURL>%5$s</authURL>
				    <tokenURL>%6$s</tokenURL>
				  </oAuth2>
				</clientConfig>
				""".formatted(domain, servers.stream().map(DemoDirectory::entry).collect(Collectors.joining()), provider.issuer(), SCOPES,
				provider.authorizationEndpoint(), provider.tokenEndpoint());
	}

	private static String entry(Server server) {
		return """
				    <%1$sServer type="%2$s">
				      <hostname>localhost</hostname>
				      <port>%3$d</port>
				      <socketType>%4$s</socketType>
				      <authentication>OAuth2</authentication>
				      <authentication>password-cleartext</authentication>
				      <username>%%EMAILADDRESS%%</username>
				    </%1$sServer>
				""".formatted(server.direction(), server.type(), server.port(), server.socketType());
	}

	@Override
	public void close() {
		server.close();
	}
}
