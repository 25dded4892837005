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
ALTER TABLE mail ADD COLUMN not_before INTEGER;
ALTER TABLE mail ADD COLUMN not_after INTEGER;
ALTER TABLE mail ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
ALTER TABLE mail ADD COLUMN undo INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mail ADD COLUMN state_before TEXT;
ALTER TABLE mail ADD COLUMN ended INTEGER;
CREATE INDEX mail_order ON mail(state, account, priority DESC, seq);
ALTER TABLE log ADD COLUMN reply TEXT NOT NULL DEFAULT '';
ALTER TABLE log ADD COLUMN problem TEXT;
CREATE TABLE doubt(account TEXT PRIMARY KEY, policy TEXT NOT NULL);
CREATE TABLE handed_over(account TEXT NOT NULL, at INTEGER NOT NULL, recipients INTEGER NOT NULL);
CREATE INDEX handed_over_at ON handed_over(account, at);
CREATE TABLE throttled(account TEXT PRIMARY KEY, until INTEGER NOT NULL);
INSERT INTO mail(id, account, state, message_id, subject, dated, sender, recipients, size, sha256, accepted, started, next_attempt, attempts, reply, removed,
 not_after, priority) VALUES
 ('a1', 'anna', 'QUEUED', '<a1@example.test>', 'waiting', 0, 'anna@example.test', '["r0@example.test"]', 6,
  'c263eb279eff5ab894a6037115cd0239be65a7a17041016bfdb6700d2d5865fe', 0, 0, 0, 0, '', 0, 4102444800000, 2),
 ('a2', 'anna', 'FILED', '<a2@example.test>', 'sent', 0, 'anna@example.test', '["r0@example.test"]', 6, '00', 0, 0, NULL, 1, '250 queued as 4ABC', 0, NULL, 1);
INSERT INTO recipient VALUES ('a2', 'r0@example.test', 'ACCEPTED', '250 ok');
INSERT INTO log(mail, at, event, state, note, reply) VALUES ('a1', 0, 'SUBMITTED', 'QUEUED', '', ''), ('a2', 0, 'SUBMITTED', 'QUEUED', '', ''),
 ('a2', 1000, 'ATTEMPT', 'SENDING', 'mail.example.test TLSv1.3 TLS_AES_256_GCM_SHA384', ''),
 ('a2', 2000, 'LANE_TROUBLE', 'QUEUED', 'net.lost {reply=421 bye}', ''),
 ('a2', 3000, 'ATTEMPT', 'SENDING', 'mail.example.test TLSv1.3 TLS_AES_256_GCM_SHA384', ''), ('a2', 4000, 'BOUNDARY', 'BOUNDARY', '', ''),
 ('a2', 5000, 'ACCEPTED', 'SENT', '250 queued as 4ABC', '250 queued as 4ABC'), ('a2', 6000, 'FILED', 'FILED', 'no Sent folder', '');
PRAGMA user_version=2;
