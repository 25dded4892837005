package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/**
 * What a drain has to do, and when. Reads only; what a drain does not need is read beside it. A query that names its index fails rather than look through all mails that
 * ever were.
 */
final class DueMails {
	/** No attempt is put off further: what lies beyond comes from a clock that was wrong. Times that authors chose may. */
	private static final long FARTHEST_MILLIS = 2 * 60 * 60 * 1000L;
	private static final String DUE = "next_attempt IS NOT NULL AND (next_attempt <= ? OR next_attempt > ?)";
	private static final String DUE_OF_LANE = "SELECT seq FROM mail INDEXED BY mail_queued WHERE state='QUEUED' AND account=? AND " + DUE;

	/** Accounts with waiting mails, from one to the next in the index: a full outbox is not looked through. */
	private static final String LANES = "WITH RECURSIVE lanes(lane) AS (SELECT min(account) FROM mail INDEXED BY mail_queued WHERE state='QUEUED' UNION ALL"
			+ " SELECT (SELECT min(account) FROM mail INDEXED BY mail_queued WHERE state='QUEUED' AND account>lane) FROM lanes WHERE lane IS NOT NULL) ";

	private final Database database;

	DueMails(Database database) {
		this.database = database;
	}

	/** Whether a mail or lane may try that was put off until {@code time}. */
	static boolean isDue(Instant time, Instant now) {
		return !time.isAfter(now) || time.isAfter(now.plusMillis(FARTHEST_MILLIS));
	}

	/** Mails that a dead process left unfinished. */
	List<StoredMail> unfinished() throws ProblemException {
		return database.read(c -> MailRows.select(c,
				"WHERE seq IN (SELECT seq FROM mail INDEXED BY mail_unsettled WHERE state='SENDING' UNION ALL SELECT seq FROM mail INDEXED BY mail_unsettled WHERE state='BOUNDARY') ORDER BY seq"));
	}

	/** Mails whose chosen time or time to think twice is over. */
	List<OutboxId> begun(Instant now) throws ProblemException {
		long millis = now.toEpochMilli();
		return ids("SELECT id FROM mail INDEXED BY mail_unsettled WHERE state='SCHEDULED' AND (not_before IS NULL OR not_before<=?) UNION ALL"
				+ " SELECT id FROM mail INDEXED BY mail_unsettled WHERE state='DELAYED' AND " + DUE + " ORDER BY id", millis, millis, millis + FARTHEST_MILLIS);
	}

	/** Waiting mails whose deadline has passed. */
	List<OutboxId> missed(Instant now) throws ProblemException {
		return ids("SELECT id FROM mail INDEXED BY mail_deadline WHERE state IN ('SCHEDULED','DELAYED','QUEUED') AND not_after<=? ORDER BY seq", now.toEpochMilli());
	}

	/**
	 * So many in their order. Read beside the writer, so that a line that looks for its next mail does not wait for what another one
	 * records.
	 *
	 * @param except mails that others have in hand; a few
	 */
	List<StoredMail> nextToSend(AccountId account, Set<OutboxId> except, int mails, Instant now) throws ProblemException {
		List<Object> parameters = new ArrayList<>(List.of(account.value(), now.toEpochMilli(), now.toEpochMilli() + FARTHEST_MILLIS));
		except.forEach(id -> parameters.add(id.value()));
		parameters.add(mails);
		return database.look(c -> MailRows.select(c, "WHERE seq IN (" + DUE_OF_LANE + " AND id<>?".repeat(except.size())
				+ " ORDER BY priority DESC, seq LIMIT ?) ORDER BY priority DESC, seq", parameters.toArray()));
	}

	/** Whether at least so many mails of a lane could be sent now. */
	boolean hasDue(AccountId account, int mails, Instant now) throws ProblemException {
		return database.look(c -> !strings(c, DUE_OF_LANE + " LIMIT 1 OFFSET ?", account.value(), now.toEpochMilli(), now.toEpochMilli() + FARTHEST_MILLIS, mails - 1).isEmpty());
	}

	/** Sent mails to be filed and mails in doubt to be looked for. */
	List<StoredMail> toCheck(AccountId account, Instant now) throws ProblemException {
		long millis = now.toEpochMilli();
		return database.read(c -> MailRows.select(c,
				"WHERE seq IN (SELECT seq FROM mail INDEXED BY mail_unsettled WHERE state='SENT' AND account=? AND " + DUE
						+ " UNION ALL SELECT seq FROM mail INDEXED BY mail_unsettled WHERE state='IN_DOUBT' AND account=? AND " + DUE + ") ORDER BY seq LIMIT 500",
				account.value(), millis, millis + FARTHEST_MILLIS, account.value(), millis, millis + FARTHEST_MILLIS));
	}

	List<AccountId> accountsToSend(Instant now) throws ProblemException {
		return strings(LANES + "SELECT lane FROM (SELECT lane, (SELECT seq FROM mail INDEXED BY mail_queued WHERE state='QUEUED' AND account=lane AND " + DUE
				+ " ORDER BY priority DESC, seq LIMIT 1) AS next FROM lanes WHERE lane IS NOT NULL) WHERE next IS NOT NULL ORDER BY next",
				now.toEpochMilli(), now.toEpochMilli() + FARTHEST_MILLIS).stream().map(AccountId::new).toList();
	}

	List<AccountId> accountsToCheck(Instant now) throws ProblemException {
		long millis = now.toEpochMilli();
		return accounts("SELECT account, seq FROM mail INDEXED BY mail_unsettled WHERE state='SENT' AND " + DUE + " UNION ALL SELECT account, seq FROM mail INDEXED BY mail_unsettled WHERE state='IN_DOUBT' AND " + DUE,
				millis, millis + FARTHEST_MILLIS, millis, millis + FARTHEST_MILLIS);
	}

	private List<AccountId> accounts(String mails, Object... parameters) throws ProblemException {
		return strings("SELECT account FROM (" + mails + ") GROUP BY account ORDER BY min(seq)", parameters).stream().map(AccountId::new).toList();
	}

	/** Accounts that have mails which are not done. */
	List<AccountId> accountsInUse() throws ProblemException {
		return database.look(c -> strings(c, "SELECT account FROM mail WHERE state='QUEUED' UNION SELECT account FROM mail WHERE " + OutboxSchema.UNSETTLED)).stream().map(AccountId::new).toList();
	}

	boolean hasQueued(AccountId account) throws ProblemException {
		return !strings("SELECT id FROM mail WHERE state='QUEUED' AND account=? LIMIT 1", account.value()).isEmpty();
	}

	/** When something is due next: a mail of a lane that runs, a lane that tries again, a look into Sent, a chosen time, a deadline. */
	Optional<Instant> next(Instant now) throws ProblemException {
		Optional<Instant> attempt = database.read(c -> time(c, """
				SELECT min(due) AS due FROM (
				 SELECT 0 AS due FROM mail WHERE state='SENDING'
				 UNION ALL SELECT 0 FROM mail WHERE state='BOUNDARY'
				 UNION ALL SELECT min(next_attempt) FROM mail WHERE state='SENT'
				 UNION ALL SELECT min(next_attempt) FROM mail WHERE state='IN_DOUBT'
				 UNION ALL SELECT min(next_attempt) FROM mail WHERE state='DELAYED'
				 UNION ALL SELECT max(m.due, coalesce(l.retry_at, 0), coalesce(t.until, 0))
				  FROM (SELECT account, min(next_attempt) AS due FROM mail WHERE state='QUEUED' GROUP BY account) m
				  LEFT JOIN lane l ON l.account=m.account LEFT JOIN throttled t ON t.account=m.account WHERE l.account IS NULL OR l.retry_at IS NOT NULL)""")).map(due -> isDue(due, now) ? now : due);
		Optional<Instant> wish = database.read(c -> time(c, """
				SELECT min(due) AS due FROM (
				 SELECT coalesce(not_before, 0) AS due FROM mail WHERE state='SCHEDULED'
				 UNION ALL SELECT not_after FROM mail WHERE not_after IS NOT NULL AND state IN ('SCHEDULED','DELAYED','QUEUED'))"""));
		return Stream.of(attempt, wish).flatMap(Optional::stream).min(Instant::compareTo);
	}

	private static Optional<Instant> time(Connection c, String sql) throws SQLException {
		try (PreparedStatement statement = c.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
			return row.next() ? MailRows.time(row, "due") : Optional.empty();
		}
	}

	private List<OutboxId> ids(String sql, Object... parameters) throws ProblemException {
		return strings(sql, parameters).stream().map(OutboxId::new).toList();
	}

	private List<String> strings(String sql, Object... parameters) throws ProblemException {
		return database.read(c -> strings(c, sql, parameters));
	}

	private static List<String> strings(Connection c, String sql, Object... parameters) throws SQLException {
		List<String> result = new ArrayList<>();
		try (PreparedStatement statement = MailRows.prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				result.add(row.getString(1));
			}
		}
		return result;
	}
}
