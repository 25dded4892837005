package org.postkontor.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.message.Envelope;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.transport.SendOutcome.RecipientResult;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** Reads rows of {@code mail} with their recipients. Parameters are strings and longs. */
final class MailRows {
	/** One statement for rows of two tables: one look at the database, and one state of it. A newer release adds columns at the end. */
	private static final String MAILS = "SELECT (SELECT json_group_array(json_array(address, result, reply)) FROM recipient WHERE recipient.mail=mail.id)"
			+ " AS results, mail.* FROM mail ";
	private static final String NO_RESULTS = "[]";

	private MailRows() {
	}

	/** @param rest what follows {@code SELECT … FROM mail}, parameters in order */
	static List<StoredMail> select(Connection connection, String rest, Object... parameters) throws SQLException {
		return select(connection, (mail, place) -> mail, rest, parameters);
	}

	/** What is kept of a row. */
	@FunctionalInterface
	interface Part<T> {
		/** @param place in the table, which grows with each mail that is accepted */
		T of(StoredMail mail, long place);
	}

	/** As {@link #select(Connection, String, Object...)}, but keeps only a part of each mail. */
	static <T> List<T> select(Connection connection, Part<T> part, String rest, Object... parameters) throws SQLException {
		List<T> parts = new ArrayList<>();
		Map<String, String> same = new HashMap<>();
		try (PreparedStatement statement = prepare(connection, MAILS + rest, parameters); ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				parts.add(part.of(mail(row, same), row.getLong("seq")));
			}
		}
		return Collections.unmodifiableList(parts);
	}

	static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i]);
		}
		return statement;
	}

	/** Of what {@link #MAILS} made of the rows. */
	private static Map<String, RecipientResult> results(String json) {
		if (json.equals(NO_RESULTS)) {
			return Map.of();
		}
		Map<String, RecipientResult> results = new HashMap<>();
		for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
			JsonArray recipient = element.getAsJsonArray();
			results.put(recipient.get(0).getAsString(), result(recipient.get(1).getAsString(), recipient.get(2).getAsString()));
		}
		return results;
	}

	/** @param same keeps texts that most mails have in common from being in memory for each */
	private static StoredMail mail(ResultSet row, Map<String, String> same) throws SQLException {
		OutboxEntry entry = new OutboxEntry(new OutboxId(row.getString("id")), new AccountId(once(same, row.getString("account"))),
				MailState.valueOf(row.getString("state")), row.getString("message_id"), row.getString("subject"),
				new Envelope(once(same, row.getString("sender")), addresses(row.getString("recipients"))), row.getLong("size"), instant(row, "accepted"),
				time(row, "next_attempt"), row.getInt("attempts"), ProblemJson.read(row.getString("problem")), results(row.getString("results")), row.getString("reply"),
				SendOptionsRow.read(row));
		return new StoredMail(entry, instant(row, "dated"), row.getString("sha256"), instant(row, "started"), row.getInt("troubles"), row.getInt("checks"),
				row.getInt("removed") != 0);
	}

	private static String once(Map<String, String> same, String text) {
		String known = same.putIfAbsent(text, text);
		return known == null ? text : known;
	}

	static Optional<Instant> time(ResultSet row, String column) throws SQLException {
		long value = row.getLong(column);
		return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Instant.ofEpochMilli(row.getLong(column));
	}

	static @Nullable Long millis(Optional<Instant> time) {
		return time.isPresent() ? Long.valueOf(time.get().toEpochMilli()) : null;
	}

	static void setTime(PreparedStatement statement, int index, Optional<Instant> time) throws SQLException {
		statement.setObject(index, millis(time));
	}

	static String addresses(List<String> addresses) {
		JsonArray json = new JsonArray();
		addresses.forEach(json::add);
		return json.toString();
	}

	private static List<String> addresses(String json) {
		List<String> addresses = new ArrayList<>();
		for (JsonElement address : JsonParser.parseString(json).getAsJsonArray()) {
			addresses.add(address.getAsString());
		}
		return List.copyOf(addresses);
	}

	static String name(RecipientResult result) {
		return switch (result) {
		case RecipientResult.Accepted accepted -> "ACCEPTED";
		case RecipientResult.Deferred deferred -> "DEFERRED";
		case RecipientResult.Rejected rejected -> "REJECTED";
		};
	}

	static RecipientResult result(String name, String reply) {
		return switch (name) {
		case "ACCEPTED" -> new RecipientResult.Accepted(reply);
		case "DEFERRED" -> new RecipientResult.Deferred(reply);
		default -> new RecipientResult.Rejected(reply);
		};
	}
}
