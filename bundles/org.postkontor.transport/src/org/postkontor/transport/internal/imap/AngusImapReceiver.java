package org.postkontor.transport.internal.imap;

import java.io.IOException;

import org.eclipse.angus.mail.iap.ProtocolException;
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
import org.postkontor.problem.Fixer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.GuardedEndpoint;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.MailSettings;
import org.postkontor.transport.internal.QuietProtocolLog;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.imap.CappedBuffer.TooLarge;
import org.postkontor.transport.internal.sasl.MechanismChoice;

/** Opens IMAP connections on Angus Mail. */
@Component
public final class AngusImapReceiver implements MailReceiver {
	private final Ground ground;
	private final ImapDeadlines deadlines;
	private final QuietProtocolLog log = new QuietProtocolLog(GuardedImapProtocol.class);

	@Activate
	public AngusImapReceiver(@Reference SocketFactories factories, @Reference DeadlineTimer timer, @Reference NameLookup names,
			@Reference Explanations explanations) {
		this(new Ground(factories, timer, names, explanations), ImapDeadlines.STANDARD);
	}

	public AngusImapReceiver(Ground ground, ImapDeadlines deadlines) {
		this.ground = ground;
		this.deadlines = deadlines;
	}

	@Override
	public Protocol protocol() {
		return Protocol.IMAP;
	}

	@Override
	public ReceiveConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		GuardedEndpoint guarded = new GuardedEndpoint(ground, endpoint, deadlines.longest());
		Watchdog watchdog = guarded.watchdog();
		boolean done = false;
		try (Watchdog.Watch watch = watchdog.watch(monitor)) {
			guarded.resolve();
			watchdog.phase(deadlines.connect());
			GuardedImapProtocol protocol = open(guarded);
			secure(protocol, guarded);
			watchdog.phase(deadlines.command());
			new ImapLogin(protocol, guarded.problems()).run(new MechanismChoice(endpoint, credential), credential);
			guarded.sockets().guard().authenticated();
			protocol.signedIn();
			done = true;
			return new ImapConnection(new ImapMailbox(protocol, guarded), guarded, deadlines);
		} catch (IOException | ProtocolException | TooLarge e) {
			throw ImapFailure.exception(guarded.problems(), e);
		} finally {
			if (!done) {
				guarded.sockets().guard().abort();
			}
		}
	}

	private GuardedImapProtocol open(GuardedEndpoint guarded) throws IOException, ProtocolException {
		Endpoint endpoint = guarded.endpoint();
		return new GuardedImapProtocol(MailSettings.host(endpoint), endpoint.port(), guarded.settings("imap").properties(),
				endpoint.tls() == TlsMode.IMPLICIT, guarded.watchdog(), deadlines, guarded.sockets().guard()::bytesRead);
	}

	private void secure(GuardedImapProtocol protocol, GuardedEndpoint guarded) throws ProtocolException, ProblemException {
		EndpointProblems problems = guarded.problems();
		if (protocol.isAuthenticated()) {
			// PREAUTH: nobody has checked that this is our mailbox, and before TLS it is how an attacker keeps TLS away.
			throw new ProblemException(problems.of("transport.preauth", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT));
		}
		if (!protocol.isSSL()) {
			if (!protocol.hasCapability("STARTTLS")) {
				throw new ProblemException(problems.startTlsMissing());
			}
			guarded.watchdog().phase(deadlines.connect());
			startTls(protocol, problems);
			protocol.capability();
		}
	}

	private static void startTls(GuardedImapProtocol protocol, EndpointProblems problems) throws ProtocolException, ProblemException {
		try {
			protocol.startTLS();
		} catch (org.eclipse.angus.mail.iap.CommandFailedException | org.eclipse.angus.mail.iap.BadCommandException e) {
			throw new ProblemException(problems.startTlsMissing(), e);
		} catch (ProtocolException e) {
			if (e.getCause() instanceof GuardedImapProtocol.Injected) {
				throw new ProblemException(problems.startTlsInjected(), e);
			}
			throw e;
		}
		if (!protocol.isSSL()) {
			throw new ProblemException(problems.startTlsMissing());
		}
	}
}
