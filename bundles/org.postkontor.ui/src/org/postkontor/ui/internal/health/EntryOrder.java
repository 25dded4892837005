package org.postkontor.ui.internal.health;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.postkontor.ui.internal.Formats;

/** By which column the list is sorted. */
public record EntryOrder(Column column, boolean descending) {
	/** In the order in which they are shown. */
	public enum Column {
		WHO, STATE, END, PROVIDER, ACCOUNTS
	}

	/** What was chosen again is turned round. */
	public EntryOrder chosen(Column next) {
		return new EntryOrder(next, next == column && !descending);
	}

	/** Entries whose texts hold all the words, in this order. */
	public List<SignInEntry> of(List<SignInEntry> entries, String words, Formats formats) {
		List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		return entries.stream().filter(e -> holds(e, wanted, formats)).sorted(comparator(formats)).toList();
	}

	private static boolean holds(SignInEntry entry, List<String> words, Formats formats) {
		String text = String.join(" ", new EntryText(entry, formats).columns()).toLowerCase(Locale.ROOT);
		return words.stream().allMatch(text::contains);
	}

	private Comparator<SignInEntry> comparator(Formats formats) {
		Comparator<SignInEntry> natural = switch (column) {
		case STATE -> Comparator.comparing(SignInEntry::state).reversed(); // what needs somebody comes first
		case END -> Comparator.comparing(SignInEntry::end);
		default -> Comparator.comparing(e -> new EntryText(e, formats).columns().get(column.ordinal()), String.CASE_INSENSITIVE_ORDER);
		};
		Comparator<SignInEntry> order = descending ? natural.reversed() : natural;
		return order.thenComparing(SignInEntry::who, String.CASE_INSENSITIVE_ORDER).thenComparing(SignInEntry::key);
	}
}
