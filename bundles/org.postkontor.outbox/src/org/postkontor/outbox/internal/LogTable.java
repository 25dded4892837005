package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** The log of all mails. Rows are written in the transaction that changes the mail, and never changed. */
final class LogTable {
	private static final int AT_ONCE = 500;

	private final Database database;

	LogTable(Database database) {
		this.database = database;
	}

	/** Part of the transaction of a change. */
	static void add(Connection c, OutboxId id, MailChange change, MailState state) throws SQLException {
		String note = change.note().isEmpty() ? change.problem().map(p -> p.id() + " " + p.details()).orElse(change.reply()) : change.note();
		SqliteOutboxStore.execute(c, "INSERT INTO log(mail, at, event, state, note, reply, problem, peer, recipients) VALUES(?,?,?,?,?,?,?,?,?)",
				id.value(), change.at().toEpochMilli(), change.event().name(), state.name(), note, change.reply(),
				ProblemJson.write(change.problem().or(change::cause)), LogJson.peer(change.peer()), LogJson.recipients(change.results()));
	}

	/** Oldest first. */
	List<LogRow> rows(OutboxId id) throws ProblemException {
		return database.read(c -> {
			List<LogRow> rows = new ArrayList<>();
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT * FROM log WHERE mail=? ORDER BY seq", id.value());
					ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					rows.add(new LogRow(Instant.ofEpochMilli(row.getLong("at")), row.getString("event"), MailState.valueOf(row.getString("state")),
							row.getString("note"), row.getString("reply"), ProblemJson.read(row.getString("problem")), LogJson.peer(row.getString("peer")),
							LogJson.recipients(row.getString("recipients"))));
				}
			}
			return rows;
		});
	}

	/** When the newest entry was written, by the clock of then. */
	Optional<Instant> last() throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = c.prepareStatement("SELECT at FROM log ORDER BY seq DESC LIMIT 1"); ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.<Instant>empty();
			}
		});
	}

	/** Mails accepted in {@code [from, to)}, oldest first. */
	List<OutboxId> mails(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) throws ProblemException {
		return ids("SELECT id FROM mail WHERE accepted>=? AND accepted<? AND (?='' OR account=?) ORDER BY seq",
				from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE), to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
				account.map(AccountId::value).orElse(""), account.map(AccountId::value).orElse(""));
	}

	/**
	 * Forgets mails that have left the outbox and to which nothing happened since {@code before}. A few hundred at a time, so
	 * that nobody waits for it; true if there may be more.
	 */
	boolean forget(Instant before) throws ProblemException {
		long time = before.toEpochMilli();
		List<OutboxId> over = ids("SELECT id FROM mail WHERE removed=1 AND accepted<=? AND state IN ('FILED','CANCELLED') AND state_before IS NULL"
				+ " AND NOT EXISTS (SELECT 1 FROM log WHERE log.mail=mail.id AND log.at>?) ORDER BY seq LIMIT " + AT_ONCE, time, time);
		if (!over.isEmpty()) {
			database.write("record-forgotten", c -> {
				for (OutboxId id : over) {
					SqliteOutboxStore.execute(c, "DELETE FROM log WHERE mail=?", id.value());
					SqliteOutboxStore.execute(c, "DELETE FROM recipient WHERE mail=?", id.value());
					SqliteOutboxStore.execute(c, "DELETE FROM mail WHERE id=? AND removed=1", id.value());
				}
				return true;
			});
		}
		return over.size() == AT_ONCE;
	}

	private List<OutboxId> ids(String sql, Object... parameters) throws ProblemException {
		return database.look(c -> {
			List<OutboxId> ids = new ArrayList<>();
			try (PreparedStatement statement = MailRows.prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					ids.add(new OutboxId(row.getString(1)));
				}
			}
			return ids;
		});
	}
}
