package org.postkontor.inbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.message.ReceivedHeaders;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** The received mails and how far each account has been listed. */
final class MailTable {
	private final Database database;

	MailTable(Database database) {
		this.database = database;
	}

	/** A mail whose file is complete. */
	record NewMail(AccountId account, String uid, ReceivedHeaders headers, Instant received, MailFiles.Received file) {
	}

	/** A row: what everybody may see, and the file's name. */
	record Row(InboxEntry entry, String file) {
	}

	List<Row> newestFirst(Optional<AccountId> account) throws ProblemException {
		// A date in the future would stay on top for ever.
		String order = " ORDER BY CASE WHEN dated IS NULL OR dated > received THEN received ELSE dated END DESC, id DESC";
		return account.isPresent() ? select("WHERE account=?" + order, account.get().value()) : select(order);
	}

	Optional<Row> find(long id) throws ProblemException {
		return select("WHERE id=?", id).stream().findFirst();
	}

	private List<Row> select(String rest, Object... parameters) throws ProblemException {
		return database.read(c -> {
			List<Row> rows = new ArrayList<>();
			try (PreparedStatement statement = prepare(c, "SELECT * FROM mail " + rest, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					rows.add(row(row));
				}
			}
			return rows;
		});
	}

	private static Row row(ResultSet row) throws SQLException {
		long dated = row.getLong("dated");
		Optional<Instant> date = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(dated));
		return new Row(new InboxEntry(row.getLong("id"), new AccountId(row.getString("account")), row.getString("uid"), row.getString("message_id"),
				row.getString("sender"), row.getString("recipient"), row.getString("subject"), date, Instant.ofEpochMilli(row.getLong("received")),
				row.getLong("size")), row.getString("file"));
	}

	/** Uids that mean something now. */
	Set<String> uids(AccountId account) throws ProblemException {
		return strings("SELECT uid FROM mail WHERE account=? AND stale=0", account.value());
	}

	Set<String> files(AccountId account) throws ProblemException {
		return strings("SELECT file FROM mail WHERE account=?", account.value());
	}

	Optional<String> marker(AccountId account) throws ProblemException {
		return strings("SELECT value FROM marker WHERE account=?", account.value()).stream().findFirst();
	}

	void marker(AccountId account, String value) throws ProblemException {
		database.write("record-marker", c -> execute(c, "INSERT OR REPLACE INTO marker(account, value) VALUES(?,?)", account.value(), value));
	}

	/** Which mailbox the uids are of; empty before anything was received, or if that was before this was written down. */
	Optional<String> origin(AccountId account) throws ProblemException {
		return strings("SELECT value FROM origin WHERE account=?", account.value()).stream().findFirst();
	}

	void origin(AccountId account, MailboxOrigin origin) throws ProblemException {
		database.write("record-origin", c -> origin(c, account, origin));
	}

	private static int origin(Connection c, AccountId account, MailboxOrigin origin) throws SQLException {
		return execute(c, "INSERT OR REPLACE INTO origin(account, value) VALUES(?,?)", account.value(), origin.value());
	}

	/** The mails come from another mailbox now: their uids mean nothing there, and it is listed from the beginning. */
	void startOver(AccountId account, MailboxOrigin origin) throws ProblemException {
		database.write("record-start-over", c -> {
			execute(c, "UPDATE mail SET stale=1 WHERE account=?", account.value());
			execute(c, "DELETE FROM marker WHERE account=?", account.value());
			return origin(c, account, origin);
		});
	}

	/** These uids may be given to other mails from now on; the next listing is one of everything. */
	void release(AccountId account, Collection<String> uids) throws ProblemException {
		database.write("record-release", c -> {
			for (String uid : uids) {
				execute(c, "UPDATE mail SET stale=1 WHERE account=? AND uid=? AND stale=0", account.value(), uid);
			}
			return execute(c, "DELETE FROM marker WHERE account=?", account.value());
		});
	}

	/** By uid: mails whose uids mean something now. */
	Map<String, StoredMail> receivedUntil(AccountId account, Instant end) throws ProblemException {
		return database.read(c -> {
			Map<String, StoredMail> mails = new HashMap<>();
			String sql = "SELECT uid, file, sha256 FROM mail WHERE account=? AND stale=0 AND received<=?";
			try (PreparedStatement statement = prepare(c, sql, account.value(), end.toEpochMilli()); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					mails.put(row.getString(1), new StoredMail(row.getString(1), row.getString(2), row.getString(3)));
				}
			}
			return mails;
		});
	}

	/** The server has given all its mails new uids. */
	void renumbered(AccountId account) throws ProblemException {
		database.write("record-renumbered", c -> execute(c, "UPDATE mail SET stale=1 WHERE account=?", account.value()));
	}

	/**
	 * Adds mails in one transaction. A mail with the bytes of a stale one is that one under its new uid: it is not added.
	 *
	 * @return the mails that were there already
	 */
	List<NewMail> add(List<NewMail> mails) throws ProblemException {
		return database.write("record-received", c -> {
			List<NewMail> known = new ArrayList<>();
			for (NewMail mail : mails) {
				int renamed = execute(c, "UPDATE mail SET uid=?, stale=0 WHERE id=(SELECT min(id) FROM mail WHERE account=? AND sha256=? AND stale=1)",
						mail.uid(), mail.account().value(), mail.file().sha256());
				if (renamed > 0) {
					known.add(mail);
				} else {
					insert(c, mail);
				}
			}
			return known;
		});
	}

	private static void insert(Connection c, NewMail mail) throws SQLException {
		ReceivedHeaders headers = mail.headers();
		execute(c, "INSERT INTO mail(account, uid, message_id, sender, recipient, subject, dated, received, size, sha256, file)"
				+ " VALUES(?,?,?,?,?,?,?,?,?,?,?)", mail.account().value(), mail.uid(), headers.messageId(), headers.from(), headers.to(), headers.subject(),
				headers.date().map(Instant::toEpochMilli), mail.received().toEpochMilli(), mail.file().size(), mail.file().sha256(), mail.file().file());
	}

	private Set<String> strings(String sql, Object... parameters) throws ProblemException {
		return database.read(c -> {
			Set<String> result = new HashSet<>();
			try (PreparedStatement statement = prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					result.add(row.getString(1));
				}
			}
			return result;
		});
	}

	private static int execute(Connection c, String sql, Object... parameters) throws SQLException {
		try (PreparedStatement statement = prepare(c, sql, parameters)) {
			return statement.executeUpdate();
		}
	}

	private static PreparedStatement prepare(Connection c, String sql, Object... parameters) throws SQLException {
		PreparedStatement statement = c.prepareStatement(sql);
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i] instanceof Optional<?> optional ? optional.orElse(null) : parameters[i]);
		}
		return statement;
	}
}
