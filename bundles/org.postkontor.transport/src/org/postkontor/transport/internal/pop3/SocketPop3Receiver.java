package org.postkontor.transport.internal.pop3;

import java.io.IOException;
import java.net.Socket;
import java.util.List;

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
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.GuardedEndpoint;
import org.postkontor.transport.internal.GuardedEndpoint.Ground;
import org.postkontor.transport.internal.MailSettings;
import org.postkontor.transport.internal.Watchdog;
import org.postkontor.transport.internal.sasl.MechanismChoice;

/** Opens POP3 connections on plain sockets. */
@Component
public final class SocketPop3Receiver implements MailReceiver {
	private final Ground ground;
	private final Pop3Deadlines deadlines;

	@Activate
	public SocketPop3Receiver(@Reference SocketFactories factories, @Reference DeadlineTimer timer, @Reference NameLookup names,
			@Reference Explanations explanations) {
		this(new Ground(factories, timer, names, explanations), Pop3Deadlines.STANDARD);
	}

	public SocketPop3Receiver(Ground ground, Pop3Deadlines deadlines) {
		this.ground = ground;
		this.deadlines = deadlines;
	}

	@Override
	public Protocol protocol() {
		return Protocol.POP3;
	}

	@Override
	public ReceiveConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		GuardedEndpoint guarded = new GuardedEndpoint(ground, endpoint, deadlines.longest());
		boolean done = false;
		try (Watchdog.Watch watch = guarded.watchdog().watch(monitor)) {
			guarded.watchdog().phase(deadlines.connect());
			Pop3Dialogue dialogue = new Pop3Dialogue(open(guarded), guarded.watchdog(), deadlines);
			greet(dialogue, guarded.problems());
			List<String> capabilities = secured(dialogue, guarded);
			new Pop3Login(dialogue, guarded.problems()).run(capabilities, new MechanismChoice(endpoint, credential), credential);
			guarded.sockets().guard().authenticated();
			done = true;
			return new Pop3Connection(dialogue, guarded, deadlines);
		} catch (IOException e) {
			throw guarded.problems().exception(e);
		} finally {
			if (!done) {
				guarded.sockets().guard().abort();
			}
		}
	}

	private static Socket open(GuardedEndpoint guarded) throws IOException {
		Endpoint endpoint = guarded.endpoint();
		String host = MailSettings.host(endpoint);
		boolean implicit = endpoint.tls() == TlsMode.IMPLICIT;
		return (implicit ? guarded.sockets().tls() : guarded.sockets().plain()).createSocket(host, endpoint.port());
	}

	private static void greet(Pop3Dialogue dialogue, EndpointProblems problems) throws IOException, ProblemException {
		Pop3Reply greeting = dialogue.greeting();
		if (!greeting.isOk()) {
			throw new ProblemException(
					greeting.status() == Pop3Reply.Status.ERROR ? problems.later(greeting.text()) : problems.odd(greeting.text()));
		}
	}

	/** The capabilities as told inside TLS; those before TLS count for STLS only. */
	private static List<String> secured(Pop3Dialogue dialogue, GuardedEndpoint guarded) throws IOException, ProblemException {
		Endpoint endpoint = guarded.endpoint();
		List<String> capabilities = capabilities(dialogue);
		if (endpoint.tls() == TlsMode.IMPLICIT) {
			return capabilities;
		}
		if (capabilities.stream().noneMatch("STLS"::equalsIgnoreCase) || !dialogue.command("STLS").isOk()) {
			throw new ProblemException(guarded.problems().startTlsMissing());
		}
		if (dialogue.hasMore()) {
			throw new ProblemException(guarded.problems().startTlsInjected());
		}
		dialogue.upgrade(guarded.sockets().tls(), MailSettings.host(endpoint), endpoint.port());
		return capabilities(dialogue);
	}

	private static List<String> capabilities(Pop3Dialogue dialogue) throws IOException {
		return dialogue.command("CAPA").isOk() ? dialogue.lines() : List.of();
	}
}
