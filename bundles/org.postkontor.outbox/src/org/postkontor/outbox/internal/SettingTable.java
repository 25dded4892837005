package org.postkontor.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** What holds for the whole outbox, by name. */
final class SettingTable {
	private final Database database;

	SettingTable(Database database) {
		this.database = database;
	}

	Optional<String> value(String name) throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT value FROM setting WHERE name=?", name); ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
			}
		});
	}

	/** @param label of the crash point */
	void value(String label, String name, String value) throws ProblemException {
		database.write(label, c -> {
			SqliteOutboxStore.execute(c, "INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)", name, value);
			return true;
		});
	}
}
