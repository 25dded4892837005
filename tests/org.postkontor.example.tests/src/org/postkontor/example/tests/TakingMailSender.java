package org.postkontor.example.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** A server in memory that takes every mail, or refuses every one. */
final class TakingMailSender implements MailSender {
	final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();
	volatile boolean refuses;
	volatile OptionalLong maxSize = OptionalLong.empty();

	@Override
	public Protocol protocol() {
		return Protocol.SMTP;
	}

	@Override
	public SendConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) {
		return new Connection();
	}

	private final class Connection implements SendConnection {
		@Override
		public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, IProgressMonitor monitor) {
			Map<String, RecipientResult> results = new HashMap<>();
			Problem refused = Problem.of("test.refused", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE);
			if (refuses) {
				recipients.forEach(recipient -> results.put(recipient, new RecipientResult.Rejected("550 no")));
				return new SendOutcome.Rejected(refused, results);
			}
			try (InputStream in = message.content().open()) {
				in.transferTo(OutputStream.nullOutputStream());
				handOver.boundary();
			} catch (IOException e) {
				return new SendOutcome.NotSent(refused);
			}
			taken.add(message);
			recipients.forEach(recipient -> results.put(recipient, new RecipientResult.Accepted("250 ok")));
			return new SendOutcome.Accepted("250 ok", results);
		}

		@Override
		public boolean isUsable() {
			return true;
		}

		@Override
		public OptionalLong maxSize() {
			return maxSize;
		}

		@Override
		public String description() {
			return "in memory";
		}

		@Override
		public void abort() {
			// nothing is open
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
