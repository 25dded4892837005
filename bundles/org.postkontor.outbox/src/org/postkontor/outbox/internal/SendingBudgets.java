package org.postkontor.outbox.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The budgets of providers by host, from {@code sending-budgets.json}. */
public final class SendingBudgets {
	private final List<Entry> entries;

	private record Entry(List<String> hosts, SendingBudget budget) {
		boolean serves(String host) {
			return hosts.stream().anyMatch(pattern -> pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
		}
	}

	private SendingBudgets(List<Entry> entries) {
		this.entries = List.copyOf(entries);
	}

	/** The ones that this release knows. */
	public static SendingBudgets known() {
		try (@Nullable
		InputStream in = SendingBudgets.class.getResourceAsStream("sending-budgets.json")) {
			if (in == null) {
				throw new IllegalStateException("sending-budgets.json is missing");
			}
			return read(JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static SendingBudgets read(JsonObject json) {
		List<Entry> entries = new ArrayList<>();
		for (JsonElement element : json.getAsJsonArray("budgets")) {
			JsonObject entry = element.getAsJsonObject();
			List<String> hosts = new ArrayList<>();
			entry.getAsJsonArray("hosts").forEach(host -> hosts.add(host.getAsString()));
			entries.add(new Entry(hosts,
					new SendingBudget(number(entry, "mailsPerMinute"), number(entry, "recipientsPerDay"), number(entry, "connections"))));
		}
		return new SendingBudgets(entries);
	}

	private static OptionalInt number(JsonObject entry, String name) {
		return entry.has(name) ? OptionalInt.of(entry.get(name).getAsInt()) : OptionalInt.empty();
	}

	public SendingBudget of(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return entries.stream().filter(entry -> entry.serves(name)).map(Entry::budget).findFirst().orElse(SendingBudget.UNLIMITED);
	}
}
