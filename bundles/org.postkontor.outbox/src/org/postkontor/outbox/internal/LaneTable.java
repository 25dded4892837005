package org.postkontor.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** The paused lanes; a lane without a row runs. */
final class LaneTable {
	private final Database database;

	LaneTable(Database database) {
		this.database = database;
	}

	/**
	 * @param retryAt  empty if only an act of the user helps
	 * @param failures in a row, for the back-off
	 * @param stamp    of account and sign-in when it failed; a different one is worth another try
	 */
	record Pause(AccountId account, Problem problem, Optional<Instant> retryAt, int failures, String stamp) {
	}

	Map<AccountId, Pause> pauses() throws ProblemException {
		return database.read(c -> {
			Map<AccountId, Pause> pauses = new LinkedHashMap<>();
			try (PreparedStatement statement = c.prepareStatement("SELECT * FROM lane"); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					AccountId account = new AccountId(row.getString("account"));
					Problem problem = ProblemJson.read(row.getString("problem")).orElseThrow();
					pauses.put(account, new Pause(account, problem, MailRows.time(row, "retry_at"), row.getInt("failures"), row.getString("stamp")));
				}
			}
			return pauses;
		});
	}

	void pause(Pause pause) throws ProblemException {
		database.write("record-lane-paused", c -> {
			try (PreparedStatement statement = c.prepareStatement("INSERT OR REPLACE INTO lane(account, problem, retry_at, failures, stamp) VALUES(?,?,?,?,?)")) {
				statement.setString(1, pause.account().value());
				statement.setString(2, ProblemJson.write(pause.problem()));
				MailRows.setTime(statement, 3, pause.retryAt());
				statement.setInt(4, pause.failures());
				statement.setString(5, pause.stamp());
				return statement.executeUpdate();
			}
		});
	}

	/** True if it was paused. */
	boolean run(AccountId account) throws ProblemException {
		return database.write("record-lane-running", c -> {
			try (PreparedStatement statement = c.prepareStatement("DELETE FROM lane WHERE account=?")) {
				statement.setString(1, account.value());
				return statement.executeUpdate() > 0;
			}
		});
	}
}
