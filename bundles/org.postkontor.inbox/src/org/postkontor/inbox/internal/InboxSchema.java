package org.postkontor.inbox.internal;

import java.util.List;

import org.postkontor.store.Schema;

/** The tables, by format version. Steps only ever get added. */
final class InboxSchema {
	/**
	 * {@code stale}: the uid means nothing any more, since the server has renumbered or is another one, or the mail is gone there.
	 * {@code origin}: the mailbox that the uids are of.
	 */
	static final Schema TABLES = new Schema(List.of(List.of("""
			CREATE TABLE mail(
			 id INTEGER PRIMARY KEY AUTOINCREMENT,
			 account TEXT NOT NULL,
			 uid TEXT NOT NULL,
			 stale INTEGER NOT NULL DEFAULT 0,
			 message_id TEXT NOT NULL,
			 sender TEXT NOT NULL,
			 recipient TEXT NOT NULL,
			 subject TEXT NOT NULL,
			 dated INTEGER,
			 received INTEGER NOT NULL,
			 size INTEGER NOT NULL,
			 sha256 TEXT NOT NULL,
			 file TEXT NOT NULL)""", "CREATE INDEX mail_uid ON mail(account, uid)", "CREATE INDEX mail_digest ON mail(account, sha256)", """
			CREATE TABLE marker(
			 account TEXT PRIMARY KEY,
			 value TEXT NOT NULL)"""), List.of("""
			CREATE TABLE origin(
			 account TEXT PRIMARY KEY,
			 value TEXT NOT NULL)""")));

	private InboxSchema() {
	}
}
