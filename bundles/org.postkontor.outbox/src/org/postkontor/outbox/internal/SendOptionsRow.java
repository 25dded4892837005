package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;

/** The columns of a mail that its author's wishes are kept in. */
final class SendOptionsRow {
	private SendOptionsRow() {
	}

	static SendOptions read(ResultSet row) throws SQLException {
		SendOptions options = new SendOptions(MailRows.time(row, "not_before"), MailRows.time(row, "not_after"), priority(row.getInt("priority")),
				Duration.ofMillis(row.getLong("undo")));
		// Those of most mails: one of them is enough.
		return options.equals(SendOptions.NOW) ? SendOptions.NOW : options;
	}

	/** A priority of a newer release is the nearest one known. */
	private static Priority priority(int stored) {
		Priority[] all = Priority.values();
		return all[Math.max(0, Math.min(stored, all.length - 1))];
	}

	static void write(Connection c, OutboxId id, SendOptions options) throws SQLException {
		SqliteOutboxStore.execute(c, "UPDATE mail SET not_before=?, not_after=?, priority=?, undo=? WHERE id=?", MailRows.millis(options.notBefore()),
				MailRows.millis(options.notAfter()), options.priority().ordinal(), options.undo().toMillis(), id.value());
	}
}
