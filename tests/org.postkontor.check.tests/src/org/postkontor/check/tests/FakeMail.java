package org.postkontor.check.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.IssuerSuggestion;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SentFolder;

/** A mail server without a wire: what is sent arrives in the inbox after some looks. */
final class FakeMail {
	final List<String> inbox = new ArrayList<>(List.of("Message-ID: <old@example.test>\r\n"));
	final List<Credential> refuse = new ArrayList<>();
	final List<Path> files = new ArrayList<>();
	final List<Credential> seen = new ArrayList<>();
	int refusals;
	/** The issuer that refusals name; empty for none. */
	String named = "";
	int looksUntilArrival;
	OptionalLong maxSize = OptionalLong.of(25_000_000);
	int open;
	SendOutcome outcome = new SendOutcome.Accepted("250 2.0.0 queued as 4711", Map.of());
	private final List<String> onTheWay = new ArrayList<>();

	private void authenticate(Endpoint endpoint, Credential credential) throws ProblemException {
		seen.add(credential);
		if (refusals > 0) {
			refusals--;
			Problem refusal = Problem.of("transport.refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN)
					.with("host", endpoint.host()).with("protocol", endpoint.protocol()).detail("reply", "535 5.7.8 no " + FakeBroker.TOKEN);
			throw new ProblemException(named.isEmpty() ? refusal : refusal.with(IssuerSuggestion.VALUE, named));
		}
		open++;
	}

	MailSender sender() {
		return new MailSender() {
			@Override
			public Protocol protocol() {
				return Protocol.SMTP;
			}

			@Override
			public SendConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
				authenticate(endpoint, credential);
				return new Sending();
			}
		};
	}

	MailReceiver receiver() {
		return new MailReceiver() {
			@Override
			public Protocol protocol() {
				return Protocol.IMAP;
			}

			@Override
			public ReceiveConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
				authenticate(endpoint, credential);
				if (!onTheWay.isEmpty() && looksUntilArrival-- <= 0) {
					inbox.addAll(onTheWay);
					onTheWay.clear();
				}
				return new Receiving();
			}
		};
	}

	MessageComposer composer() {
		return new MessageComposer() {
			@Override
			public OutgoingMessage freeze(Draft draft, Path target, IProgressMonitor monitor) {
				try {
					Files.writeString(target, "Message-ID: <new@example.test>\r\nSubject: " + draft.subject() + "\r\n\r\n" + draft.text() + "\r\n");
				} catch (IOException e) {
					throw new AssertionError(e);
				}
				files.add(target);
				return new OutgoingMessage("<new@example.test>", Instant.EPOCH, draft.subject(), new Envelope(draft.from(), draft.to()), 1, "",
						() -> Files.newInputStream(target));
			}

			@Override
			public OutgoingMessage freeze(FrozenContent message, Envelope envelope, Path target, IProgressMonitor monitor) {
				throw new AssertionError("not used");
			}
		};
	}

	private final class Sending implements SendConnection {
		@Override
		public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, IProgressMonitor monitor) {
			try (var content = message.content().open()) {
				String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
				if (outcome instanceof SendOutcome.Accepted || outcome instanceof SendOutcome.InDoubt) {
					onTheWay.add(text);
				}
			} catch (IOException e) {
				throw new AssertionError(e);
			}
			return outcome;
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
			return "smtp TLSv1.3";
		}

		@Override
		public void abort() {
			open--;
		}

		@Override
		public void close() {
			open--;
		}
	}

	private final class Receiving implements ReceiveConnection {
		@Override
		public Listing list(Optional<String> since, int limit, IProgressMonitor monitor) {
			int from = since.map(Integer::parseInt).orElse(0);
			List<RemoteMail> mails = new ArrayList<>();
			for (int i = from; i < inbox.size(); i++) {
				mails.add(new RemoteMail(String.valueOf(i), inbox.get(i).length()));
			}
			return new Listing(mails, String.valueOf(inbox.size()), false);
		}

		@Override
		public void fetch(RemoteMail mail, OutputStream sink, IProgressMonitor monitor) {
			try (var in = new ByteArrayInputStream(inbox.get(Integer.parseInt(mail.uid())).getBytes(StandardCharsets.UTF_8))) {
				in.transferTo(sink);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}

		@Override
		public String description() {
			return "imap TLSv1.3";
		}

		@Override
		public int count() {
			return inbox.size();
		}

		@Override
		public Optional<SentFolder> sentFolder() {
			return Optional.empty();
		}

		@Override
		public void abort() {
			open--;
		}

		@Override
		public void close() {
			open--;
		}
	}
}
