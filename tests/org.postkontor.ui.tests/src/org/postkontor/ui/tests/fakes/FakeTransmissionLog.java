package org.postkontor.ui.tests.fakes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.ServerReply;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Knows of each mail of the outbox that a server put it off first and took it then. */
public final class FakeTransmissionLog implements TransmissionLog {
	private static final Instant FIRST = Instant.parse("2026-11-22T08:00:00Z");
	private static final Instant SECOND = FIRST.plusSeconds(60);

	private final FakeOutbox outbox;
	private volatile Duration keep = STANDARD;

	FakeTransmissionLog(FakeOutbox outbox) {
		this.outbox = outbox;
	}

	/** What is known about a mail. */
	public static Transmission of(OutboxEntry mail) {
		return new Transmission(mail, "ab".repeat(32), List.of(attempt(FIRST, Attempt.Outcome.DEFERRED, MailState.QUEUED, "451 4.7.1 Greylisted, come again"),
				attempt(SECOND, Attempt.Outcome.ACCEPTED, MailState.SENT, "250 2.0.0 Ok: queued as 4ABCD")),
				List.of(new LogEvent(FIRST.minusSeconds(5), LogEvent.Kind.SUBMITTED, MailState.QUEUED, "", Optional.empty()),
						new LogEvent(SECOND.plusSeconds(2), LogEvent.Kind.COPY_FILED, MailState.FILED, "no Sent folder", Optional.empty())));
	}

	private static Attempt attempt(Instant at, Attempt.Outcome outcome, MailState state, String reply) {
		return new Attempt(at, Optional.of(at), Optional.of(at.plusSeconds(1)),
				Optional.of(new Peer("mail.kanzlei.test:465", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=mail.kanzlei.test", "XOAUTH2")), outcome, state,
				ServerReply.of(reply), Map.of("paul.weber@mandant.test", new RecipientResult.Accepted("250 2.1.5 OK")), Optional.empty());
	}

	@Override
	public Optional<Transmission> find(OutboxId id) {
		return outbox.entry(id).map(FakeTransmissionLog::of);
	}

	@Override
	public List<OutboxId> mails(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) {
		return outbox.entries().stream().map(OutboxEntry::id).toList();
	}

	@Override
	public void writeHtml(List<OutboxId> mails, Locale locale, OutputStream out) throws IOException {
		out.write(("page in " + locale.getLanguage() + " of " + mails.size()).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void writeJson(List<OutboxId> mails, OutputStream out) throws IOException {
		out.write(("{\"mails\":" + mails.size() + "}").getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public Duration keep() {
		return keep;
	}

	@Override
	public void setKeep(Duration keep) {
		this.keep = keep;
	}
}
