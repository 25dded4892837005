package org.postkontor.transport.exchange.internal.graph;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.net.HttpUploads;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.exchange.internal.ExchangeDeadlines;
import org.postkontor.transport.exchange.internal.ExchangeProblems;
import org.postkontor.transport.exchange.internal.Meanings;
import org.postkontor.transport.exchange.internal.ServiceConnection;

/**
 * Sends by Microsoft Graph. Connecting asks nothing: with the right to send only there is no request but sending that would
 * not need a right to read.
 */
@Component
public final class GraphMailSender implements MailSender {
	private final HttpUploads uploads;
	private final Explanations explanations;
	private final ExchangeDeadlines deadlines;
	private final Meanings meanings = new Meanings();

	@Activate
	public GraphMailSender(@Reference HttpUploads uploads, @Reference Explanations explanations) {
		this(uploads, explanations, ExchangeDeadlines.STANDARD);
	}

	public GraphMailSender(HttpUploads uploads, Explanations explanations, ExchangeDeadlines deadlines) {
		this.uploads = uploads;
		this.explanations = explanations;
		this.deadlines = deadlines;
	}

	@Override
	public Protocol protocol() {
		return Protocol.GRAPH;
	}

	@Override
	public boolean carriesEnvelope() {
		return false;
	}

	@Override
	public boolean filesCopy() {
		return true;
	}

	@Override
	public SendConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException {
		ExchangeProblems problems = new ExchangeProblems(endpoint, credential, explanations);
		if (monitor != null && monitor.isCanceled()) {
			throw new ProblemException(problems.cancelled());
		}
		if (credential instanceof Credential.BearerToken token) {
			return new ServiceConnection(endpoint, uploads, new GraphService(endpoint, token, meanings), problems, deadlines, "");
		}
		throw new ProblemException(problems.noPassword());
	}
}
