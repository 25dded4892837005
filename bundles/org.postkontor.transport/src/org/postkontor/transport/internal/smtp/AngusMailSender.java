package org.postkontor.transport.internal.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.GuardedEndpoint;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.MailSettings;
import org.postkontor.transport.internal.QuietProtocolLog;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.sasl.MechanismChoice;

/** Opens submission connections on Angus Mail. */
@Component
public final class AngusMailSender implements MailSender {
	private final Ground ground;
	private final SmtpDeadlines deadlines;
	private final QuietProtocolLog log = new QuietProtocolLog(JournalingSmtpTransport.class);

	@Activate
	public AngusMailSender(@Reference SocketFactories factories, @Reference DeadlineTimer timer, @Reference NameLookup names,
			@Reference Explanations explanations) {
		this(new Ground(factories, timer, names, explanations), SmtpDeadlines.STANDARD);
	}

	public AngusMailSender(Ground ground, SmtpDeadlines deadlines) {
		this.ground = ground;
		this.deadlines = deadlines;
	}

	@Override
	public Protocol protocol() {
		return Protocol.SMTP;
	}

	@Override
	public SendConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		GuardedEndpoint guarded = new GuardedEndpoint(ground, endpoint, deadlines.longest());
		JournalingSmtpTransport transport = new JournalingSmtpTransport(session(guarded), guarded.watchdog(), deadlines,
				guarded.sockets().guard());
		boolean done = false;
		try (Watchdog.Watch watch = guarded.watchdog().watch(monitor)) {
			guarded.resolve();
			open(transport, endpoint, guarded.problems());
			String mechanism = new SmtpLogin(transport, guarded.problems()).run(new MechanismChoice(endpoint, credential), credential);
			guarded.sockets().guard().authenticated();
			done = true;
			return new SmtpConnection(transport, guarded, deadlines, mechanism);
		} catch (MessagingException e) {
			throw guarded.problems().exception(e);
		} finally {
			if (!done) {
				guarded.sockets().guard().abort();
			}
		}
	}

	private static Session session(GuardedEndpoint guarded) {
		// The address literal (RFC 5321, 4.1.4) tells nothing about the user's machine and needs no DNS.
		return Session.getInstance(guarded.settings("smtp").set("localhost", "[127.0.0.1]").set("allow8bitmime", false).set("auth", false)
				.set("quitwait", true).properties());
	}

	private static void open(JournalingSmtpTransport transport, Endpoint endpoint, EndpointProblems problems)
			throws MessagingException, ProblemException {
		try {
			transport.connect(MailSettings.host(endpoint), endpoint.port(), null, null);
		} catch (MessagingException e) {
			throw new ProblemException(problem(transport, endpoint, problems, e), e);
		}
		if (!transport.isSSL()) {
			throw new ProblemException(problems.startTlsMissing());
		}
	}

	/** The library's exceptions don't tell these cases apart; the phase and the last answer do. */
	private static Problem problem(JournalingSmtpTransport transport, Endpoint endpoint, EndpointProblems problems, MessagingException e) {
		if (transport.injected()) {
			return problems.startTlsInjected();
		}
		SmtpReply reply = transport.lastReply();
		boolean silent = reply.code() == SmtpReply.NO_CODE && reply.text().isEmpty();
		boolean handshaking = reply.code() == 220 && transport.understood();
		if (problems.isOurs() || silent || handshaking) {
			return problems.of(e);
		}
		if (endpoint.tls() == TlsMode.STARTTLS && !transport.upgraded() && transport.understood()) {
			return problems.startTlsMissing();
		}
		if (reply.isTransient()) {
			return problems.later(reply.text());
		}
		return problems.noReply(reply.text());
	}
}
