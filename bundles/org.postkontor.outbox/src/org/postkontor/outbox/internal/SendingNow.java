package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Sending;

/** The progress of mails that are being sent by this process. Thread-safe. */
final class SendingNow {
	private final Map<OutboxId, Sending> mails = new ConcurrentHashMap<>();

	void begin(StoredMail mail, Instant now) {
		mails.put(mail.id(), new Sending(mail.id(), 0, mail.entry().size(), now));
	}

	/** @param sent bytes on the wire, which may be a few more than the mail has */
	void progress(OutboxId id, long sent) {
		mails.computeIfPresent(id, (key, old) -> new Sending(id, Math.min(sent, old.total()), old.total(), old.since()));
	}

	void end(OutboxId id) {
		mails.remove(id);
	}

	List<Sending> all() {
		return List.copyOf(mails.values());
	}
}
