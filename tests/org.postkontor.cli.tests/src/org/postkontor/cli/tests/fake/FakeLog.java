package org.postkontor.cli.tests.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** A transmission log in memory. */
public final class FakeLog implements TransmissionLog {
	public final Map<OutboxId, Transmission> mails = new LinkedHashMap<>();
	public final List<String> calls = new ArrayList<>();
	public Duration keep = STANDARD;
	/** In the middle of a page. */
	public boolean fails;

	/** The log of a mail with one attempt and two events. */
	public void add(OutboxEntry entry) {
		Instant start = Instant.parse("2026-11-26T08:00:00Z");
		Attempt attempt = new Attempt(start, Optional.of(start), Optional.of(start),
				Optional.of(new Peer("mail.example.test:465", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=mail.example.test", "XOAUTH2")),
				Attempt.Outcome.ACCEPTED, MailState.SENT, ServerReply.of("250 2.0.0 Ok: queued as 4ABCD"),
				Map.of("bert@example.test", new RecipientResult.Accepted("250 2.1.5 bert")), Optional.empty());
		mails.put(entry.id(), new Transmission(entry, "ab".repeat(32), List.of(attempt),
				List.of(new LogEvent(start, LogEvent.Kind.SUBMITTED, MailState.QUEUED, "", Optional.empty()),
						new LogEvent(start, LogEvent.Kind.COPY_FILED, MailState.FILED, "no Sent folder", Optional.empty()))));
	}

	@Override
	public Optional<Transmission> find(OutboxId id) {
		return Optional.ofNullable(mails.get(id));
	}

	@Override
	public List<OutboxId> mails(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) {
		calls.add("mails " + account.isPresent() + " " + from.map(Instant::toString).orElse("-") + " " + to.map(Instant::toString).orElse("-"));
		return List.copyOf(mails.keySet());
	}

	@Override
	public void writeHtml(List<OutboxId> ids, Locale locale, OutputStream out) throws ProblemException, IOException {
		out.write(("page in " + locale.getLanguage() + " of " + ids).getBytes(StandardCharsets.UTF_8));
		if (fails) {
			throw Problems.exception(ProblemKind.STORAGE);
		}
	}

	@Override
	public void writeJson(List<OutboxId> ids, OutputStream out) throws IOException {
		out.write(("{\"mails\":[" + String.join(",", ids.stream().map(id -> "{\"id\":\"" + id + "\",\"attempts\":[]}").toList()) + "]}").getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public Duration keep() {
		return keep;
	}

	@Override
	public void setKeep(Duration duration) {
		keep = duration;
	}
}
