package org.postkontor.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.pop3.Pop3Handler;
import com.icegreen.greenmail.pop3.commands.Pop3CommandRegistry;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail with SMTP, IMAP and POP3 over implicit TLS on free loopback ports. */
final class TlsGreenMail extends GreenMail {

	private static final String LOOPBACK = "127.0.0.1";

	private final SSLContext tls;

	TlsGreenMail(SSLContext tls) {
		this.tls = tls;
	}

	/** Called by GreenMail's constructor, too, when our field is not set yet; {@link #start()} asks again. */
	@Override
	protected Map<String, AbstractServer> createServices(ServerSetup[] unused, Managers managers) {
		return tls == null ? Map.of() : secured(managers);
	}

	private Map<String, AbstractServer> secured(Managers managers) {
		Map<String, AbstractServer> all = new LinkedHashMap<>();
		all.put("smtps", new TlsMailServer(new ServerSetup(0, LOOPBACK, "smtps"), managers, tls,
				client -> new SmtpHandler(new ExactSmtpCommands(client), managers.getSmtpManager(), client)));
		all.put("imaps", new TlsMailServer(new ServerSetup(0, LOOPBACK, "imaps"), managers, tls,
				client -> new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client)));
		all.put("pop3s", new TlsMailServer(new ServerSetup(0, LOOPBACK, "pop3s"), managers, tls,
				client -> new Pop3Handler(new Pop3CommandRegistry(), managers.getUserManager(), client)));
		return all;
	}

	int port(String protocol) {
		return services.get(protocol).getPort();
	}
}
