package org.postkontor.check.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SendConnection;

/** Finds the transport of an endpoint and signs in with it. */
record Connections(CredentialSteps credentials, List<MailSender> senders, List<MailReceiver> receivers) {

	SendConnection send(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<MailSender> sender = senders.stream().filter(s -> s.protocol() == endpoint.protocol()).findFirst();
		MailSender found = sender.orElseThrow(() -> missing(endpoint.protocol()));
		return credentials.signIn(endpoint, credential, c -> found.connect(endpoint, c, monitor), monitor);
	}

	ReceiveConnection receive(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<MailReceiver> receiver = receivers.stream().filter(r -> r.protocol() == endpoint.protocol()).findFirst();
		MailReceiver found = receiver.orElseThrow(() -> missing(endpoint.protocol()));
		return credentials.signIn(endpoint, credential, c -> found.connect(endpoint, c, monitor), monitor);
	}

	private static ProblemException missing(Protocol protocol) {
		return new ProblemException(
				Problem.of("check.no-protocol", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.EDIT_ACCOUNT).with("protocol", protocol));
	}
}
