package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.SendingBudget.HandedOver;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** What each account handed over during the last day, by whichever process, and until when lanes wait for their budget. */
final class HandedOverTable {
	private final Database database;

	HandedOverTable(Database database) {
		this.database = database;
	}

	/** Part of the transaction that records a boundary. */
	static void add(Connection c, OutboxId mail, int recipients, Instant at) throws SQLException {
		SqliteOutboxStore.execute(c, "INSERT INTO handed_over(account, at, recipients) SELECT account, ?, ? FROM mail WHERE id=?", at.toEpochMilli(), recipients,
				mail.value());
	}

	/** Oldest first. */
	List<HandedOver> lastDay(AccountId account, Instant now) throws ProblemException {
		return database.read(c -> {
			List<HandedOver> past = new ArrayList<>();
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT at, recipients FROM handed_over WHERE account=? AND at>? ORDER BY at",
					account.value(), now.minus(SendingBudget.DAY).toEpochMilli()); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					past.add(new HandedOver(Instant.ofEpochMilli(row.getLong(1)), row.getInt(2)));
				}
			}
			return past;
		});
	}

	void forgetOld(Instant now) throws ProblemException {
		long day = now.minus(SendingBudget.DAY).toEpochMilli();
		boolean old = database.read(c -> {
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT 1 FROM handed_over WHERE at<=? LIMIT 1", day); ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		});
		if (old) {
			database.write("record-budget", c -> {
				SqliteOutboxStore.execute(c, "DELETE FROM handed_over WHERE at<=?", day);
				return true;
			});
		}
	}

	/** @param until when the lane may go on */
	void throttle(AccountId account, Instant until) throws ProblemException {
		database.write("record-throttled", c -> {
			SqliteOutboxStore.execute(c, "INSERT OR REPLACE INTO throttled(account, until) VALUES(?,?)", account.value(), until.toEpochMilli());
			return true;
		});
	}

	/** Lanes that wait for their budget at {@code now}. */
	Map<AccountId, Instant> throttled(Instant now) throws ProblemException {
		return database.read(c -> {
			Map<AccountId, Instant> lanes = new HashMap<>();
			try (PreparedStatement statement = c.prepareStatement("SELECT account, until FROM throttled"); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					Instant until = Instant.ofEpochMilli(row.getLong(2));
					if (!DueMails.isDue(until, now)) {
						lanes.put(new AccountId(row.getString(1)), until);
					}
				}
			}
			return lanes;
		});
	}
}
