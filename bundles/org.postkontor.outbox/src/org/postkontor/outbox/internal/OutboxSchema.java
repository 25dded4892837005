package org.postkontor.outbox.internal;

import java.util.List;

import org.postkontor.store.Schema;

/** The tables, by format version. Steps only ever get added. */
final class OutboxSchema {
	/** Not waiting for their turn, and not done. SQLite uses the index where a query names one of these states or repeats this. */
	static final String UNSETTLED = "(state='SENDING' OR state='BOUNDARY' OR state='SENT' OR state='IN_DOUBT' OR state='DELAYED' OR state='SCHEDULED'"
			+ " OR state='HELD' OR state='REJECTED')";

	static final Schema TABLES = new Schema(List.of(List.of("""
			CREATE TABLE mail(
			 seq INTEGER PRIMARY KEY AUTOINCREMENT,
			 id TEXT NOT NULL UNIQUE,
			 account TEXT NOT NULL,
			 state TEXT NOT NULL,
			 message_id TEXT NOT NULL,
			 subject TEXT NOT NULL,
			 dated INTEGER NOT NULL,
			 sender TEXT NOT NULL,
			 recipients TEXT NOT NULL,
			 size INTEGER NOT NULL,
			 sha256 TEXT NOT NULL,
			 accepted INTEGER NOT NULL,
			 started INTEGER NOT NULL,
			 next_attempt INTEGER,
			 attempts INTEGER NOT NULL DEFAULT 0,
			 troubles INTEGER NOT NULL DEFAULT 0,
			 checks INTEGER NOT NULL DEFAULT 0,
			 problem TEXT,
			 reply TEXT NOT NULL DEFAULT '',
			 removed INTEGER NOT NULL DEFAULT 0)""", "CREATE INDEX mail_due ON mail(state, account, next_attempt)", """
			CREATE TABLE recipient(
			 mail TEXT NOT NULL REFERENCES mail(id),
			 address TEXT NOT NULL,
			 result TEXT NOT NULL,
			 reply TEXT NOT NULL,
			 PRIMARY KEY(mail, address))""", """
			CREATE TABLE log(
			 seq INTEGER PRIMARY KEY AUTOINCREMENT,
			 mail TEXT NOT NULL REFERENCES mail(id),
			 at INTEGER NOT NULL,
			 event TEXT NOT NULL,
			 state TEXT NOT NULL,
			 note TEXT NOT NULL)""", "CREATE INDEX log_mail ON log(mail)", """
			CREATE TABLE lane(
			 account TEXT PRIMARY KEY,
			 problem TEXT NOT NULL,
			 retry_at INTEGER,
			 failures INTEGER NOT NULL,
			 stamp TEXT NOT NULL)"""), List.of("ALTER TABLE mail ADD COLUMN not_before INTEGER", "ALTER TABLE mail ADD COLUMN not_after INTEGER",
			"ALTER TABLE mail ADD COLUMN priority INTEGER NOT NULL DEFAULT 1", "ALTER TABLE mail ADD COLUMN undo INTEGER NOT NULL DEFAULT 0",
			"ALTER TABLE mail ADD COLUMN state_before TEXT", "ALTER TABLE mail ADD COLUMN ended INTEGER",
			"CREATE INDEX mail_order ON mail(state, account, priority DESC, seq)", "ALTER TABLE log ADD COLUMN reply TEXT NOT NULL DEFAULT ''",
			"ALTER TABLE log ADD COLUMN problem TEXT", "CREATE TABLE doubt(account TEXT PRIMARY KEY, policy TEXT NOT NULL)",
			"CREATE TABLE handed_over(account TEXT NOT NULL, at INTEGER NOT NULL, recipients INTEGER NOT NULL)",
			"CREATE INDEX handed_over_at ON handed_over(account, at)", "CREATE TABLE throttled(account TEXT PRIMARY KEY, until INTEGER NOT NULL)"),
			// A mail that waits is in one small index, a mail on its way in another, a mail that is done in none: less to force.
			List.of("DROP INDEX mail_due", "DROP INDEX mail_order",
					"CREATE INDEX mail_queued ON mail(account, priority DESC, seq, next_attempt) WHERE state='QUEUED'",
					"CREATE INDEX mail_unsettled ON mail(state, account, next_attempt) WHERE " + UNSETTLED,
					"CREATE INDEX mail_deadline ON mail(not_after) WHERE not_after IS NOT NULL",
					"CREATE INDEX mail_restorable ON mail(ended) WHERE state_before IS NOT NULL",
					"ALTER TABLE log ADD COLUMN peer TEXT", "ALTER TABLE log ADD COLUMN recipients TEXT",
					"CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
					"CREATE TABLE size_limit(account TEXT PRIMARY KEY, server TEXT NOT NULL, bytes INTEGER NOT NULL)")));

	private OutboxSchema() {
	}
}
