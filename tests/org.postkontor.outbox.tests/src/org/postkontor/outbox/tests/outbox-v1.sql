CREATE TABLE mail(
 seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, state TEXT NOT NULL, message_id TEXT NOT NULL,
 subject TEXT NOT NULL, dated INTEGER NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
 accepted INTEGER NOT NULL, started INTEGER NOT NULL, next_attempt INTEGER, attempts INTEGER NOT NULL DEFAULT 0, troubles INTEGER NOT NULL DEFAULT 0,
 checks INTEGER NOT NULL DEFAULT 0, problem TEXT, reply TEXT NOT NULL DEFAULT '', removed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX mail_due ON mail(state, account, next_attempt);
CREATE TABLE recipient(mail TEXT NOT NULL REFERENCES mail(id), address TEXT NOT NULL, result TEXT NOT NULL, reply TEXT NOT NULL, PRIMARY KEY(mail, address));
CREATE TABLE log(seq INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL REFERENCES mail(id), at INTEGER NOT NULL, event TEXT NOT NULL, state TEXT NOT NULL,
 note TEXT NOT NULL);
CREATE INDEX log_mail ON log(mail);
CREATE TABLE lane(account TEXT PRIMARY KEY, problem TEXT NOT NULL, retry_at INTEGER, failures INTEGER NOT NULL, stamp TEXT NOT NULL);
INSERT INTO mail(id, account, state, message_id, subject, dated, sender, recipients, size, sha256, accepted, started, next_attempt, removed) VALUES
 ('a1', 'anna', 'QUEUED', '<a1@example.test>', 'waiting', 0, 'anna@example.test', '["r0@example.test"]', 6,
  'c263eb279eff5ab894a6037115cd0239be65a7a17041016bfdb6700d2d5865fe', 0, 0, 0, 0),
 ('a2', 'anna', 'HELD', '<a2@example.test>', 'held', 0, 'anna@example.test', '["r0@example.test"]', 6, '00', 0, 0, NULL, 0),
 ('a3', 'anna', 'BOUNDARY', '<a3@example.test>', 'handed over', 0, 'anna@example.test', '["r0@example.test"]', 6, '00', 0, 0, NULL, 0),
 ('a4', 'anna', 'CANCELLED', '<a4@example.test>', 'removed', 0, 'anna@example.test', '["r0@example.test"]', 6, '00', 0, 0, NULL, 1);
INSERT INTO log(mail, at, event, state, note) VALUES ('a1', 0, 'SUBMITTED', 'QUEUED', '');
PRAGMA user_version=1;
