package org.postkontor.outbox.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.outbox.TransmissionTexts;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemTexts;

/** Reads the log out of the outbox and writes it down mail by mail. */
@Component
public final class StoredTransmissionLog implements TransmissionLog {
	private final LogSource source;
	private final ProblemTexts problems;
	private final Clock clock;

	@Activate
	public StoredTransmissionLog(@Reference LogSource source, @Reference ProblemTexts problems, @Reference Clock clock) {
		this.source = source;
		this.problems = problems;
		this.clock = clock;
	}

	@Override
	public Optional<Transmission> find(OutboxId id) throws ProblemException {
		return source.transmission(id);
	}

	@Override
	public List<OutboxId> mails(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) throws ProblemException {
		return source.accepted(account, from, to);
	}

	@Override
	public void writeHtml(List<OutboxId> mails, Locale locale, OutputStream out) throws ProblemException, IOException {
		write(mails, out, new TransmissionPage(new TransmissionTexts(locale), problems, clock.getZone()));
	}

	@Override
	public void writeJson(List<OutboxId> mails, OutputStream out) throws ProblemException, IOException {
		write(mails, out, new TransmissionJson());
	}

	private void write(List<OutboxId> mails, OutputStream out, TransmissionFormat format) throws ProblemException, IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		writer.write(format.begin(clock.instant()));
		boolean first = true;
		for (OutboxId id : mails) {
			Optional<Transmission> found = find(id);
			if (found.isPresent()) {
				writer.write(format.mail(found.get(), first));
				first = false;
			}
		}
		writer.write(format.end());
		writer.flush();
	}

	@Override
	public Duration keep() throws ProblemException {
		return source.keepLog();
	}

	@Override
	public void setKeep(Duration keep) throws ProblemException {
		source.keepLog(keep);
	}
}
