package org.postkontor.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.account.AccountId;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** What the servers of accounts said is the largest mail they take. Thread-safe. */
final class SizeLimits {
	private final Database database;
	/** What this process has seen and written already, so that not each mail costs a transaction. */
	private final Map<AccountId, Limit> seen = new ConcurrentHashMap<>();

	private record Limit(String server, long bytes) {
	}

	SizeLimits(Database database) {
		this.database = database;
	}

	/** How a server is remembered: another one has another limit. */
	static String server(Endpoint endpoint) {
		return endpoint.protocol() + " " + endpoint.host() + ":" + endpoint.port();
	}

	/** @param limit as the connection says; empty or zero means none */
	void learn(AccountId account, String server, OptionalLong limit) throws ProblemException {
		Limit now = new Limit(server, limit.orElse(0));
		if (now.equals(seen.put(account, now)) || !isNews(now, stored(account))) {
			return;
		}
		database.write("record-size-limit", c -> {
			SqliteOutboxStore.execute(c, "INSERT OR REPLACE INTO size_limit(account, server, bytes) VALUES(?,?,?)", account.value(), now.server(), now.bytes());
			return true;
		});
	}

	private static boolean isNews(Limit now, Limit stored) {
		return !now.equals(stored) && now.bytes() + stored.bytes() > 0;
	}

	OptionalLong of(AccountId account, String server) throws ProblemException {
		Limit limit = stored(account);
		return limit.server().equals(server) && limit.bytes() > 0 ? OptionalLong.of(limit.bytes()) : OptionalLong.empty();
	}

	private Limit stored(AccountId account) throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT server, bytes FROM size_limit WHERE account=?", account.value());
					ResultSet row = statement.executeQuery()) {
				return row.next() ? new Limit(row.getString(1), row.getLong(2)) : new Limit("", 0);
			}
		});
	}
}
