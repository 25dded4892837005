package org.postkontor.demo;

import java.io.IOException;

import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

/** A directory of mail settings over HTTPS, in the format of Mozilla's autoconfig 1.1, that knows one domain. */
final class DemoDirectory implements AutoCloseable {

	static final String SCOPES = "openid email offline_access mail";

	private final HttpPeer server;

	DemoDirectory(ServerIdentity identity, DemoMail mail, IdentityProvider provider) throws IOException {
		server = HttpPeer.https(identity);
		server.route("/v1.1/demo.test", HttpAnswer.xml(document(mail, provider)));
	}

	/** Ends in a slash; the domain is appended. */
	String url() {
		return server.url("/v1.1/");
	}

	private static String document(DemoMail mail, IdentityProvider provider) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<clientConfig version="1.1">
				  <emailProvider id="demo.test">
				    <domain>demo.test</domain>
				    <displayName>Postkontor Demo</displayName>
				    <displayShortName>Demo</displayShortName>
				%s%s%s  </emailProvider>
				  <oAuth2>
				    <issuer>%s</issuer>
				    <scope>%s</scope>
				    <authURL>%s</authURL>
				    <tokenURL>%s</tokenURL>
				  </oAuth2>
				</clientConfig>
				""".formatted(server("incoming", "imap", mail), server("incoming", "pop3", mail),
				server("outgoing", "smtp", mail), provider.issuer(), SCOPES, provider.authorizationEndpoint(),
				provider.tokenEndpoint());
	}

	private static String server(String direction, String type, DemoMail mail) {
		return """
				    <%1$sServer type="%2$s">
				      <hostname>localhost</hostname>
				      <port>%3$d</port>
				      <socketType>SSL</socketType>
				      <authentication>OAuth2</authentication>
				      <authentication>password-cleartext</authentication>
				      <username>%%EMAILADDRESS%%</username>
				    </%1$sServer>
				""".formatted(direction, type, mail.port(type));
	}

	@Override
	public void close() {
		server.close();
	}
}
