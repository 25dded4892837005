package org.postkontor.outbox.internal;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/**
 * The list of mails, read once for all who want it. Only what has changed is read again: each change of a mail writes a row of
 * the log in its transaction, so that the log tells which they are, whichever process made them; what changes the list without
 * the log counts in {@link MailList#VERSION}. Forgotten when memory is short. Thread-safe; who comes while it is read waits
 * for that.
 */
final class SharedList {
	/** More than so many rows of the log are not looked through. */
	private static final long MANY = 10_000;
	private static final String CHANGED = "WHERE seq IN (SELECT seq FROM mail WHERE seq>? UNION SELECT mail.seq FROM log CROSS JOIN mail ON mail.id=log.mail"
			+ " WHERE log.seq>?) ORDER BY seq";
	private static final String LISTED = "WHERE removed=0 ORDER BY seq";

	private final Database database;
	private SoftReference<@Nullable Seen> last = new SoftReference<>(null);

	SharedList(Database database) {
		this.database = database;
	}

	/** The list at one moment. @param mark the state of the tables then */
	private record Seen(Mark mark, PlacedMails mails) {
	}

	/** @param mail last row @param log last row @param version of what is not in the log */
	private record Mark(long mail, long log, long version) {
	}

	/** Oldest first; the same list as long as nothing has changed. */
	synchronized List<OutboxEntry> entries() throws ProblemException {
		Seen before = last.get();
		Seen now = database.look(c -> read(c, before));
		if (now != before) {
			last = new SoftReference<>(now);
		}
		return now.mails().entries();
	}

	private static Seen read(Connection c, @Nullable Seen before) throws SQLException {
		Mark mark = new Mark(number(c, "SELECT seq FROM sqlite_sequence WHERE name='mail'"), number(c, "SELECT seq FROM sqlite_sequence WHERE name='log'"),
				number(c, "SELECT value FROM setting WHERE name='" + MailList.VERSION + "'"));
		if (before == null || before.mark().version() != mark.version() || mark.log() - before.mark().log() > MANY) {
			LongStream.Builder places = LongStream.builder();
			List<OutboxEntry> entries = MailRows.select(c, (mail, place) -> {
				places.add(place);
				return mail.entry();
			}, LISTED);
			return new Seen(mark, new PlacedMails(places.build().toArray(), entries));
		}
		if (before.mark().equals(mark)) {
			return before;
		}
		Object[] since = { before.mark().mail(), before.mark().log() };
		return new Seen(mark, before.mails().with(MailRows.select(c, PlacedMails.Changed::new, CHANGED, since)));
	}

	private static long number(Connection c, String sql) throws SQLException {
		try (PreparedStatement statement = c.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
			return row.next() ? row.getLong(1) : 0;
		}
	}
}
