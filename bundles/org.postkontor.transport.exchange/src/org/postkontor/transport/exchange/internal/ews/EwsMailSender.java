package org.postkontor.transport.exchange.internal.ews;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.HttpUploads;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.exchange.internal.ExchangeDeadlines;
import org.postkontor.transport.exchange.internal.ExchangeProblems;
import org.postkontor.transport.exchange.internal.Meaning;
import org.postkontor.transport.exchange.internal.Meanings;
import org.postkontor.transport.exchange.internal.ServiceAnswer;
import org.postkontor.transport.exchange.internal.ServiceConnection;

/** Sends by Exchange Web Services. Connecting opens the folder of sent mails, which is where the copy will go. */
@Component
public final class EwsMailSender implements MailSender {
	private final HttpService http;
	private final HttpUploads uploads;
	private final Explanations explanations;
	private final ExchangeDeadlines deadlines;
	private final Meanings meanings = new Meanings();

	@Activate
	public EwsMailSender(@Reference HttpService http, @Reference HttpUploads uploads, @Reference Explanations explanations) {
		this(http, uploads, explanations, ExchangeDeadlines.STANDARD);
	}

	public EwsMailSender(HttpService http, HttpUploads uploads, Explanations explanations, ExchangeDeadlines deadlines) {
		this.http = http;
		this.uploads = uploads;
		this.explanations = explanations;
		this.deadlines = deadlines;
	}

	@Override
	public Protocol protocol() {
		return Protocol.EWS;
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
		EwsService service = new EwsService(endpoint, credential, meanings);
		HttpReply reply = http.send(service.probe(deadlines.probe()), monitor);
		ServiceAnswer answer = service.read(reply);
		if (answer.meaning() == Meaning.ACCEPTED) {
			return new ServiceConnection(endpoint, uploads, service, problems, deadlines, reply.tls());
		}
		boolean aboutMail = answer.meaning() == Meaning.DOUBT || answer.meaning() == Meaning.REJECTED || answer.meaning() == Meaning.TOO_LARGE;
		throw new ProblemException(problems.of(aboutMail ? answer.as(Meaning.ODD) : answer));
	}
}
