package org.postkontor.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** What accounts do about mails in doubt when nobody can be asked. An account without a row, or with an unknown word, asks. */
final class DoubtTable {
	private final Database database;

	DoubtTable(Database database) {
		this.database = database;
	}

	DoubtPolicy policy(AccountId account) throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT policy FROM doubt WHERE account=?", account.value());
					ResultSet row = statement.executeQuery()) {
				return row.next() ? known(row.getString(1)) : DoubtPolicy.ASK;
			}
		});
	}

	private static DoubtPolicy known(String name) {
		for (DoubtPolicy policy : DoubtPolicy.values()) {
			if (policy.name().equals(name)) {
				return policy;
			}
		}
		return DoubtPolicy.ASK;
	}

	void policy(AccountId account, DoubtPolicy policy) throws ProblemException {
		database.write("record-doubt-policy", c -> {
			SqliteOutboxStore.execute(c, "INSERT OR REPLACE INTO doubt(account, policy) VALUES(?,?)", account.value(), policy.name());
			return true;
		});
	}
}
