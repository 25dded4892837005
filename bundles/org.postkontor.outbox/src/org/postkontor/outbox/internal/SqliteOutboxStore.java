package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Mails, their recipients and their log. Every change is one forced transaction, and is checked against the state then. */
final class SqliteOutboxStore {
	private static final int PORTION = 500;

	private final Database database;

	SqliteOutboxStore(Database database) {
		this.database = database;
	}

	/** All or none. */
	void insert(List<StoredMail> mails) throws ProblemException {
		database.write("record-submitted", c -> {
			for (StoredMail mail : mails) {
				insert(c, mail);
			}
			return true;
		});
	}

	/** Takes {@code mail} in place of {@code old}; false if the state of the old one does not allow it: nothing has changed then. */
	boolean replace(OutboxId old, StoredMail mail) throws ProblemException {
		return database.write("record-replaced", c -> {
			boolean replaced = apply(c, old, MailChange.of(MailEvent.REPLACED, mail.started()).noted(mail.id().value())).isPresent();
			if (replaced) {
				insert(c, mail);
			}
			return replaced;
		});
	}

	private static void insert(Connection c, StoredMail mail) throws SQLException {
		var entry = mail.entry();
		execute(c, "INSERT INTO mail(id, account, state, message_id, subject, dated, sender, recipients, size, sha256, accepted, started, next_attempt)"
				+ " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", entry.id().value(), entry.account().value(), entry.state().name(), entry.messageId(),
				entry.subject(), mail.dated().toEpochMilli(), entry.envelope().sender(), MailRows.addresses(entry.envelope().recipients()), entry.size(),
				mail.sha256(), entry.accepted().toEpochMilli(), mail.started().toEpochMilli(),
				entry.nextAttempt().orElse(mail.started()).toEpochMilli());
		SendOptionsRow.write(c, entry.id(), entry.options());
		LogTable.add(c, mail.id(), MailChange.of(MailEvent.SUBMITTED, mail.started()), entry.state());
	}

	/** The new state, or empty if the mail's present state does not know the event: nothing has changed then. */
	Optional<MailState> apply(OutboxId id, MailChange change) throws ProblemException {
		String label = "record-" + change.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return database.write(label, c -> apply(c, id, change));
	}

	/** As {@link #apply} for several mails in one transaction; how many it changed. */
	int applyAll(List<OutboxId> ids, MailChange change) throws ProblemException {
		String label = "record-" + change.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return database.write(label, c -> {
			int changed = 0;
			for (OutboxId id : ids) {
				changed += apply(c, id, change).isPresent() ? 1 : 0;
			}
			return changed;
		});
	}

	/** As {@link #apply} of a boundary; so many recipients count as handed over from now on, whatever the server says. */
	Optional<MailState> applyBoundary(OutboxId id, int recipients, MailChange change) throws ProblemException {
		return database.write("record-boundary", c -> {
			Optional<MailState> next = apply(c, id, change);
			if (next.isPresent()) {
				HandedOverTable.add(c, id, recipients, change.at());
			}
			return next;
		});
	}

	/**
	 * As {@link #apply} of an accepted mail, and the attempt of the one that follows over the same connection: one force for both.
	 * That one stays as it is if {@link #begin} would not begin it.
	 */
	Followed applyFollowed(OutboxId id, MailChange change, StoredMail following, MailChange attempt) throws ProblemException {
		return database.write("record-accepted", c -> {
			Optional<MailState> next = apply(c, id, change);
			return new Followed(next, begin(c, following, attempt));
		});
	}

	/** @param state of the first mail, as {@link #apply} returns it */
	record Followed(Optional<MailState> state, boolean begun) {
	}

	/** Begins an attempt; false, and nothing changed, if somebody stopped the mail since it was read, or released it or changed its deadline. */
	boolean begin(StoredMail mail, MailChange attempt) throws ProblemException {
		return database.write("record-attempt", c -> begin(c, mail, attempt));
	}

	private static boolean begin(Connection c, StoredMail mail, MailChange attempt) throws SQLException {
		try (PreparedStatement statement = MailRows.prepare(c, "SELECT 1 FROM mail WHERE id=? AND started=? AND not_after IS ?", mail.id().value(),
				mail.started().toEpochMilli(), MailRows.millis(mail.entry().options().notAfter())); ResultSet row = statement.executeQuery()) {
			if (!row.next()) {
				return false;
			}
		}
		return apply(c, mail.id(), attempt).isPresent();
	}

	private static Optional<MailState> apply(Connection c, OutboxId id, MailChange change) throws SQLException {
		Optional<MailState> present = state(c, id);
		if (present.isEmpty()) {
			return Optional.empty();
		}
		Optional<MailState> next = change.event() == MailEvent.RESTORE ? restored(c, id, present.get()) : Transitions.next(present.get(), change.event());
		if (next.isPresent()) {
			update(c, id, change, present.get(), next.get());
			for (Map.Entry<String, RecipientResult> result : change.results().entrySet()) {
				recipient(c, id, result.getKey(), result.getValue());
			}
			if (change.options().isPresent()) {
				SendOptionsRow.write(c, id, change.options().get());
			}
			if (change.event() == MailEvent.RELEASE || change.event() == MailEvent.SEND_NOW) {
				startAfresh(c, id, change);
			}
			LogTable.add(c, id, change, next.get());
		}
		return next;
	}

	private static Optional<MailState> state(Connection c, OutboxId id) throws SQLException {
		try (PreparedStatement statement = MailRows.prepare(c, "SELECT state FROM mail WHERE id=?", id.value()); ResultSet row = statement.executeQuery()) {
			return row.next() ? Optional.of(MailState.valueOf(row.getString(1))) : Optional.empty();
		}
	}

	/** A person wants it to go: counts begin anew, and a deadline that has passed is no obstacle any more. */
	private static void startAfresh(Connection c, OutboxId id, MailChange change) throws SQLException {
		long now = change.at().toEpochMilli();
		execute(c, "DELETE FROM recipient WHERE mail=? AND result<>'ACCEPTED'", id.value());
		execute(c, "UPDATE mail SET started=?, attempts=0, not_before=NULL, not_after=CASE WHEN not_after<=? THEN NULL ELSE not_after END WHERE id=?", now,
				now, id.value());
	}

	private static Optional<MailState> restored(Connection c, OutboxId id, MailState present) throws SQLException {
		if (present != MailState.CANCELLED) {
			return Optional.empty();
		}
		try (PreparedStatement statement = MailRows.prepare(c, "SELECT state_before FROM mail WHERE id=?", id.value());
				ResultSet row = statement.executeQuery()) {
			@Nullable
			String before = row.next() ? row.getString(1) : null;
			return before == null ? Optional.empty() : Optional.of(Transitions.restored(MailState.valueOf(before)));
		}
	}

	private static void update(Connection c, OutboxId id, MailChange change, MailState present, MailState next) throws SQLException {
		String troubles = switch (change.event()) {
		case LANE_TROUBLE -> "troubles+1";
		case ATTEMPT, BOUNDARY, RECOVERED -> "troubles";
		default -> "0";
		};
		String checks = switch (change.event()) {
		case CHECKED -> "checks+1";
		case POSTPONED -> "checks";
		default -> "0";
		};
		// What a removed mail was like is needed to restore it; another deadline does not touch a back-off.
		boolean keeps = switch (change.event()) {
		case REMOVE, REPLACED, RESTORE, RETIME -> true;
		default -> false;
		};
		execute(c, "UPDATE mail SET state=?, attempts=attempts+?, troubles=" + troubles + ", checks=" + checks
				+ ", reply=CASE WHEN ?='' THEN reply ELSE ? END, "
				+ (keeps ? "next_attempt=coalesce(?, next_attempt), problem=coalesce(?, problem)" : "next_attempt=?, problem=?") + " WHERE id=?",
				next.name(), change.counted() ? 1 : 0, change.reply(), change.reply(), MailRows.millis(change.next()), ProblemJson.write(change.problem()),
				id.value());
		boolean cancelled = next == MailState.CANCELLED;
		// A removed mail that was handed over all the same is shown again; one of which a part was stays as it was removed.
		if (cancelled != (present == MailState.CANCELLED)) {
			execute(c, "UPDATE mail SET removed=?, ended=?, state_before=? WHERE id=?", cancelled ? 1 : 0, cancelled ? change.at().toEpochMilli() : null,
					cancelled ? present.name() : null, id.value());
		}
	}

	/** An accepted recipient stays accepted. */
	private static void recipient(Connection c, OutboxId id, String address, RecipientResult result) throws SQLException {
		execute(c, "INSERT INTO recipient(mail, address, result, reply) VALUES(?,?,?,?) ON CONFLICT(mail, address) DO UPDATE SET"
				+ " result=excluded.result, reply=excluded.reply WHERE recipient.result<>'ACCEPTED'", id.value(), address, MailRows.name(result),
				result.reply());
	}

	static void execute(Connection c, String sql, @Nullable Object... parameters) throws SQLException {
		try (PreparedStatement statement = MailRows.prepare(c, sql, parameters)) {
			statement.executeUpdate();
		}
	}

	Optional<StoredMail> find(OutboxId id) throws ProblemException {
		return database.read(c -> MailRows.select(c, "WHERE id=?", id.value())).stream().findFirst();
	}

	/** The log of a mail, oldest first, one line each. */
	List<String> log(OutboxId id) throws ProblemException {
		return strings("SELECT event || ' ' || state || ' ' || note FROM log WHERE mail=? ORDER BY seq", id.value());
	}

	/** Whether a mail was ever accepted, listed or not. */
	boolean knows(OutboxId id) throws ProblemException {
		return !strings("SELECT id FROM mail WHERE id=?", id.value()).isEmpty();
	}

	/** Those of {@code ids} that were never accepted. */
	Set<OutboxId> unknown(List<OutboxId> ids) throws ProblemException {
		Set<OutboxId> unknown = new LinkedHashSet<>(ids);
		// Not removeAll: with as many to remove it would look through the list for each of the set.
		among(ids, "").forEach(unknown::remove);
		return unknown;
	}

	/** Those of {@code ids} that are off the list for good and for which nothing is left to do. */
	List<OutboxId> done(List<OutboxId> ids) throws ProblemException {
		return among(ids, " AND removed=1 AND state_before IS NULL AND state IN ('FILED','CANCELLED')");
	}

	/** In portions: a statement takes only so many parameters, and nobody should wait long for the database. */
	private List<OutboxId> among(List<OutboxId> ids, String condition) throws ProblemException {
		List<OutboxId> found = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += PORTION) {
			Object[] portion = ids.subList(from, Math.min(ids.size(), from + PORTION)).stream().map(OutboxId::value).toArray();
			String places = String.join(",", Collections.nCopies(portion.length, "?"));
			strings("SELECT id FROM mail WHERE id IN (" + places + ")" + condition, portion).forEach(id -> found.add(new OutboxId(id)));
		}
		return found;
	}

	private List<String> strings(String sql, Object... parameters) throws ProblemException {
		return database.read(c -> {
			List<String> result = new ArrayList<>();
			try (PreparedStatement statement = MailRows.prepare(c, sql, parameters); ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					result.add(row.getString(1));
				}
			}
			return result;
		});
	}
}
