package org.postkontor.transport.exchange.internal;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.message.AddressedContent;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpUploads;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/** Sends mails to one service, each with a request of its own, until an answer says that the next would fare no better. */
public final class ServiceConnection implements SendConnection {
	private final Endpoint endpoint;
	private final HttpUploads uploads;
	private final MailService service;
	private final ExchangeProblems problems;
	private final ExchangeDeadlines deadlines;
	private volatile boolean aborted;
	private volatile boolean usable = true;
	private volatile boolean authenticated;
	private volatile String tls;

	/** @param tls of the request that has proven the credential; empty if there was none */
	public ServiceConnection(Endpoint endpoint, HttpUploads uploads, MailService service, ExchangeProblems problems, ExchangeDeadlines deadlines, String tls) {
		this.endpoint = endpoint;
		this.uploads = uploads;
		this.service = service;
		this.problems = problems;
		this.deadlines = deadlines;
		this.tls = tls;
		authenticated = !tls.isEmpty();
	}

	@Override
	public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, @Nullable IProgressMonitor monitor) {
		if (!isUsable()) {
			return new SendOutcome.NotSent(problems.lost());
		}
		List<String> wanted = message.envelope().recipients().stream().filter(recipients::contains).toList();
		SendOutcome outcome = outcome(message, wanted, handOver, monitor);
		usable = switch (outcome) {
		case SendOutcome.Accepted accepted -> true;
		case SendOutcome.Rejected rejected -> true;
		case SendOutcome.Deferred deferred -> true;
		case SendOutcome.NotSent notSent -> !notSent.problem().kind().isTransient();
		case SendOutcome.Declined declined -> false;
		case SendOutcome.InDoubt doubt -> false;
		};
		return outcome;
	}

	private SendOutcome outcome(OutgoingMessage message, List<String> wanted, HandOver handOver, @Nullable IProgressMonitor monitor) {
		AddressedContent content;
		try {
			content = service.addressed(message, wanted);
		} catch (IOException e) {
			return new SendOutcome.NotSent(problems.content());
		}
		MailUpload upload = new MailUpload(content, service.frame(content), handOver);
		OptionalLong limit = service.maxRequest();
		if (limit.isPresent() && upload.length() > limit.getAsLong()) {
			return new SendOutcome.NotSent(problems.tooLarge());
		}
		return upload(upload, message.envelope().sender(), wanted, monitor);
	}

	private SendOutcome upload(MailUpload upload, String sender, List<String> wanted, @Nullable IProgressMonitor monitor) {
		HttpCall call = service.call();
		try {
			HttpReply reply = uploads.send(call.limits(deadlines.forMail(upload.length()), call.maxBytes()), upload, new AbortMonitor(monitor, () -> aborted));
			tls = reply.tls();
			ServiceAnswer answer = service.read(reply);
			authenticated = answer.meaning() != Meaning.SIGN_IN && answer.meaning() != Meaning.ODD;
			return new ServiceOutcomes(problems, sender).of(answer, wanted, upload.isHandedOver());
		} catch (ProblemException e) {
			return upload.isHandedOver() ? new SendOutcome.InDoubt(problems.inDoubt(e.problem())) : new SendOutcome.NotSent(e.problem());
		} catch (IOException | RuntimeException e) {
			if (upload.isHandedOver()) {
				return new SendOutcome.InDoubt(problems.inDoubt(problems.lost()));
			}
			return new SendOutcome.NotSent(upload.isUnjournaled() ? problems.journal() : upload.isUnreadable() ? problems.content() : problems.lost());
		}
	}

	@Override
	public boolean isUsable() {
		return usable && !aborted;
	}

	@Override
	public boolean isAuthenticated() {
		return authenticated;
	}

	@Override
	public OptionalLong maxSize() {
		OptionalLong request = service.maxRequest();
		return request.isPresent() ? OptionalLong.of(request.getAsLong() / 4 * 3) : request;
	}

	@Override
	public String description() {
		return (endpoint.host() + " " + tls).strip();
	}

	@Override
	public Peer peer() {
		return Peer.of(endpoint.host() + ":" + endpoint.port(), tls, "", "Bearer");
	}

	@Override
	public void abort() {
		aborted = true;
	}

	@Override
	public void close() {
		usable = false;
	}
}
