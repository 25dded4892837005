package org.postkontor.outbox.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Mails, their recipients and their log. Every change is one forced transaction, and is checked against the state then. */
final class SqliteOutboxStore {
	/** No due time is set further ahead: what lies beyond comes from a clock that was wrong. */
	static final long FARTHEST_MILLIS = 2 * 60 * 60 * 1000L;
	private static final String DUE = "next_attempt IS NOT NULL AND (next_attempt <= ? OR next_attempt > ?)";

	private final Database database;

	SqliteOutboxStore(Database database) {
		this.database = database;
	}

	void insert(StoredMail mail) throws ProblemException {
		database.write("record-submitted", c -> {
			try (PreparedStatement statement = c.prepareStatement("INSERT INTO mail(id, account, state, message_id, subject, dated, sender,"
					+ " recipients, size, sha256, accepted, started, next_attempt) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
				var entry = mail.entry();
				Object[] values = { entry.id().value(), entry.account().value(), entry.state().name(), entry.messageId(), entry.subject(),
						mail.dated().toEpochMilli(), entry.envelope().sender(), MailRows.addresses(entry.envelope().recipients()), entry.size(),
						mail.sha256(), entry.accepted().toEpochMilli(), mail.started().toEpochMilli(), mail.started().toEpochMilli() };
				for (int i = 0; i < values.length; i++) {
					statement.setObject(i + 1, values[i]);
				}
				statement.executeUpdate();
			}
			log(c, mail.id(), MailChange.of(MailEvent.SUBMITTED, mail.started()), mail.entry().state());
			return true;
		});
	}

	/** The new state, or empty if the mail's present state does not know the event: nothing has changed then. */
	Optional<MailState> apply(OutboxId id, MailChange change) throws ProblemException {
		String label = "record-" + change.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return database.write(label, c -> apply(c, id, change));
	}

	private static Optional<MailState> apply(Connection c, OutboxId id, MailChange change) throws SQLException {
		List<StoredMail> found = MailRows.select(c, "WHERE id=?", id.value());
		if (found.isEmpty()) {
			return Optional.empty();
		}
		StoredMail mail = found.get(0);
		MailState old = mail.entry().state();
		Optional<MailState> next = Transitions.next(old, change.event());
		if (next.isPresent()) {
			update(c, mail, change, next.get());
			for (Map.Entry<String, RecipientResult> result : mail.book(change.results()).results().entrySet()) {
				if (change.results().containsKey(result.getKey())) {
					recipient(c, id, result.getKey(), result.getValue());
				}
			}
			if (change.event() == MailEvent.RELEASE) {
				execute(c, "DELETE FROM recipient WHERE mail=? AND result<>'ACCEPTED'", id.value());
				execute(c, "UPDATE mail SET started=?, attempts=0 WHERE id=?", change.at().toEpochMilli(), id.value());
			}
			log(c, id, change, next.get());
		}
		return next;
	}

	private static void update(Connection c, StoredMail mail, MailChange change, MailState next) throws SQLException {
		int troubles = switch (change.event()) {
		case LANE_TROUBLE -> mail.troubles() + 1;
		case ATTEMPT, BOUNDARY, RECOVERED -> mail.troubles();
		default -> 0;
		};
		int checks = change.event() == MailEvent.CHECKED ? mail.checks() + 1 : change.event() == MailEvent.POSTPONED ? mail.checks() : 0;
		try (PreparedStatement statement = c.prepareStatement("UPDATE mail SET state=?, next_attempt=?, attempts=attempts+?, troubles=?, checks=?,"
				+ " problem=?, reply=CASE WHEN ?='' THEN reply ELSE ? END, removed=CASE WHEN ?='CANCELLED' THEN 1 ELSE removed END WHERE id=?")) {
			statement.setString(1, next.name());
			MailRows.setTime(statement, 2, change.next());
			statement.setInt(3, change.counted() ? 1 : 0);
			statement.setInt(4, troubles);
			statement.setInt(5, checks);
			statement.setString(6, ProblemJson.write(change.problem()));
			statement.setString(7, change.reply());
			statement.setString(8, change.reply());
			statement.setString(9, next.name());
			statement.setString(10, mail.id().value());
			statement.executeUpdate();
		}
	}

	private static void recipient(Connection c, OutboxId id, String address, RecipientResult result) throws SQLException {
		execute(c, "INSERT INTO recipient(mail, address, result, reply) VALUES(?,?,?,?) ON CONFLICT(mail, address) DO UPDATE SET"
				+ " result=excluded.result, reply=excluded.reply", id.value(), address, MailRows.name(result), result.reply());
	}

	private static void log(Connection c, OutboxId id, MailChange change, MailState state) throws SQLException {
		String note = change.note().isEmpty() ? change.problem().map(p -> p.id() + " " + p.details()).orElse(change.reply()) : change.note();
		execute(c, "INSERT INTO log(mail, at, event, state, note) VALUES(?,?,?,?,?)", id.value(), change.at().toEpochMilli(), change.event().name(),
				state.name(), note);
	}

	private static void execute(Connection c, String sql, Object... parameters) throws SQLException {
		try (PreparedStatement statement = MailRows.prepare(c, sql, parameters)) {
			statement.executeUpdate();
		}
	}

	/** Takes a mail from the list. */
	void hide(OutboxId id) throws ProblemException {
		database.write("record-hidden", c -> {
			execute(c, "UPDATE mail SET removed=1 WHERE id=?", id.value());
			return true;
		});
	}

	List<StoredMail> listed() throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE removed=0 ORDER BY seq"));
	}

	Optional<StoredMail> find(OutboxId id) throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE id=?", id.value())).stream().findFirst();
	}

	/** The log of a mail, oldest first, one line each. */
	List<String> log(OutboxId id) throws ProblemException {
		return strings("SELECT event || ' ' || state || ' ' || note FROM log WHERE mail=? ORDER BY seq", id.value());
	}

	/** Mails that a dead process left unfinished. */
	List<StoredMail> unfinished() throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE state IN ('SENDING','BOUNDARY') ORDER BY seq"));
	}

	Optional<StoredMail> nextToSend(AccountId account, Instant now) throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE seq=(SELECT min(seq) FROM mail WHERE state='QUEUED' AND account=? AND " + DUE + ")",
				account.value(), now.toEpochMilli(), now.toEpochMilli() + FARTHEST_MILLIS)).stream().findFirst();
	}

	/** Sent mails to be filed and mails in doubt to be looked for. */
	List<StoredMail> toCheck(AccountId account, Instant now) throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE state IN ('SENT','IN_DOUBT') AND account=? AND " + DUE + " ORDER BY seq LIMIT 500",
				account.value(), now.toEpochMilli(), now.toEpochMilli() + FARTHEST_MILLIS));
	}

	List<AccountId> accountsToSend(Instant now) throws ProblemException {
		return accounts("state='QUEUED' AND " + DUE, now);
	}

	List<AccountId> accountsToCheck(Instant now) throws ProblemException {
		return accounts("state IN ('SENT','IN_DOUBT') AND " + DUE, now);
	}

	private List<AccountId> accounts(String condition, Instant now) throws ProblemException {
		return strings("SELECT account FROM mail WHERE " + condition + " GROUP BY account ORDER BY min(seq)", now.toEpochMilli(),
				now.toEpochMilli() + FARTHEST_MILLIS).stream().map(AccountId::new).toList();
	}

	/** Accounts that have mails which are not done. */
	List<AccountId> accountsInUse() throws ProblemException {
		return strings("SELECT DISTINCT account FROM mail WHERE state NOT IN ('FILED','CANCELLED')").stream().map(AccountId::new).toList();
	}

	boolean hasQueued(AccountId account) throws ProblemException {
		return !strings("SELECT id FROM mail WHERE state='QUEUED' AND account=? LIMIT 1", account.value()).isEmpty();
	}

	/** Whether a mail was ever accepted, listed or not. */
	boolean knows(OutboxId id) throws ProblemException {
		return !strings("SELECT id FROM mail WHERE id=?", id.value()).isEmpty();
	}

	/** When something is due next: a mail of a lane that runs, a lane that tries again, a look into Sent. */
	Optional<Instant> nextDue() throws ProblemException {
		return database.read(SqliteOutboxStore::nextDue);
	}

	private static Optional<Instant> nextDue(Connection c) throws SQLException, IOException {
		try (PreparedStatement statement = c.prepareStatement("""
				SELECT min(due) AS due FROM (
				 SELECT 0 AS due FROM mail WHERE state IN ('SENDING','BOUNDARY')
				 UNION ALL SELECT next_attempt FROM mail WHERE state IN ('SENT','IN_DOUBT')
				 UNION ALL SELECT max(m.next_attempt, coalesce(l.retry_at, 0)) FROM mail m LEFT JOIN lane l ON l.account=m.account
				  WHERE m.state='QUEUED' AND (l.account IS NULL OR l.retry_at IS NOT NULL))"""); ResultSet row = statement.executeQuery()) {
			return row.next() ? MailRows.time(row, "due") : Optional.empty();
		}
	}

	private List<String> strings(String sql, Object... parameters) throws ProblemException {
		return database.read(c -> {
			List<String> result = new ArrayList<>();
			try (PreparedStatement statement = MailRows.prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					result.add(row.getString(1));
				}
			}
			return result;
		});
	}
}
