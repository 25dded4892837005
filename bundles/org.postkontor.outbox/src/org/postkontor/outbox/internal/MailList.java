package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/**
 * What leaves the list of mails. A sent mail that is taken off can be put back until its bytes are given up; when it left is
 * in {@code ended}, that it can come back in {@code state_before}, as with a mail that was removed unsent.
 */
final class MailList {
	/** In one transaction, so that nobody waits long for the database. */
	static final int PORTION = 500;

	/** A setting that grows with each change of the list that is not in the log of a mail. */
	static final String VERSION = "list";

	private static final String FINISHED = "mail.removed=0 AND mail.state='FILED' AND mail.problem IS NULL AND mail.seq>? ";

	private final Database database;

	MailList(Database database) {
		this.database = database;
	}

	/** A place in the list, and the mails found up to there. */
	record Found(List<OutboxId> ids, long place) {
		static final Found START = new Found(List.of(), 0);

		boolean isLast() {
			return ids.size() < PORTION;
		}
	}

	/** Finished mails after a place. */
	Found finished(Found before) throws ProblemException {
		return find("SELECT seq, id FROM mail WHERE " + FINISHED + "ORDER BY seq LIMIT " + PORTION, before.place());
	}

	/**
	 * Finished mails after a place that were filed up to a time, and were not brought back since another.
	 *
	 * @param withCopy    for those with a copy in Sent
	 * @param withoutCopy for the others
	 */
	Found filed(Found before, Instant withCopy, Instant withoutCopy, Instant broughtBack) throws ProblemException {
		return find("SELECT mail.seq, mail.id FROM mail CROSS JOIN log ON log.mail=mail.id WHERE " + FINISHED
				+ "AND (mail.ended IS NULL OR mail.ended<=?) AND log.event='FILED' AND log.at<=CASE WHEN log.note IN ('','" + SentCopies.BY_SERVER
				+ "') THEN ? ELSE ? END ORDER BY mail.seq LIMIT " + PORTION, before.place(), broughtBack.toEpochMilli(), withCopy.toEpochMilli(),
				withoutCopy.toEpochMilli());
	}

	private Found find(String sql, Object... parameters) throws ProblemException {
		return database.look(c -> {
			List<OutboxId> ids = new ArrayList<>();
			long place = 0;
			try (PreparedStatement statement = MailRows.prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					place = row.getLong(1);
					ids.add(new OutboxId(row.getString(2)));
				}
			}
			return new Found(List.copyOf(ids), place);
		});
	}

	/** Takes sent mails off the list; those of {@code ids} that were on it. */
	List<OutboxId> hide(String label, List<OutboxId> ids, Instant now) throws ProblemException {
		return change(label, "UPDATE mail SET removed=1, ended=?, state_before=state WHERE removed=0 AND state IN ('SENT','FILED') AND id=?",
				now.toEpochMilli(), ids);
	}

	/** Puts a sent mail on the list again that was taken off; false if it is none, or if its bytes were given up. */
	boolean show(OutboxId id, Instant now) throws ProblemException {
		return !change("record-shown", "UPDATE mail SET removed=0, ended=?, state_before=NULL WHERE removed=1 AND state IN ('SENT','FILED')"
				+ " AND state_before IS NOT NULL AND id=?", now.toEpochMilli(), List.of(id)).isEmpty();
	}

	/** Some of the mails that left the list until {@code time} and can still come back. */
	List<OutboxId> restorable(Instant time) throws ProblemException {
		return find("SELECT seq, id FROM mail INDEXED BY mail_restorable WHERE state_before IS NOT NULL AND removed=1 AND ended<=? LIMIT " + PORTION,
				time.toEpochMilli()).ids();
	}

	/** From now on these cannot come back; those of {@code ids} that could until now. */
	List<OutboxId> giveUp(List<OutboxId> ids, Instant time) throws ProblemException {
		return database.write("record-given-up", c -> changed(c, "UPDATE mail SET state_before=NULL WHERE removed=1 AND state_before IS NOT NULL"
				+ " AND ended<=? AND id=?", time.toEpochMilli(), ids));
	}

	private List<OutboxId> change(String label, String sql, long time, List<OutboxId> ids) throws ProblemException {
		return database.write(label, c -> {
			List<OutboxId> changed = changed(c, sql, time, ids);
			if (!changed.isEmpty()) {
				SqliteOutboxStore.execute(c, "INSERT INTO setting(name, value) VALUES(?,1) ON CONFLICT(name) DO UPDATE SET value=value+1", VERSION);
			}
			return changed;
		});
	}

	private static List<OutboxId> changed(Connection c, String sql, long time, List<OutboxId> ids) throws SQLException {
		List<OutboxId> changed = new ArrayList<>();
		for (OutboxId id : ids) {
			try (PreparedStatement statement = MailRows.prepare(c, sql, time, id.value())) {
				if (statement.executeUpdate() > 0) {
					changed.add(id);
				}
			}
		}
		return List.copyOf(changed);
	}
}
