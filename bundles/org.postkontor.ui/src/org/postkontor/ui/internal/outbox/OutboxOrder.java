package org.postkontor.ui.internal.outbox;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Formats;

/**
 * Which mails are shown, and in which order.
 *
 * @param words what their recipients, subject, account or state must hold, all of them
 */
public record OutboxOrder(Column column, boolean descending, String words) {
	/** In the order in which they are shown; {@code NONE} for the order in which the mails came. */
	public enum Column {
		STATE, TO, SUBJECT, ACCOUNT, NEXT, SIZE, NONE
	}

	/** Accepted last comes first. */
	public static final OutboxOrder NEWEST = new OutboxOrder(Column.NONE, false, "");

	/** What was chosen again is turned round. */
	public OutboxOrder chosen(Column next) {
		return new OutboxOrder(next, next == column && !descending, words);
	}

	public OutboxOrder words(String newWords) {
		return new OutboxOrder(column, descending, newWords);
	}

	/** Stable: mails that do not differ in the column keep the order in which they came. Takes a second for a hundred thousand. */
	public List<OutboxRow> of(List<OutboxRow> rows, ProblemTexts texts, Formats formats) {
		List<OutboxRow> found = words.isBlank() ? rows : found(rows, texts, formats);
		if (column == Column.NONE) {
			return found;
		}
		Collator collator = Collator.getInstance(formats.locale());
		List<Keyed> keyed = new ArrayList<>();
		for (OutboxRow row : found) {
			keyed.add(new Keyed(row, key(row, new OutboxText(row, texts, formats), collator)));
		}
		Comparator<Keyed> order = Comparator.comparing(Keyed::key);
		keyed.sort(descending ? order.reversed() : order);
		return keyed.stream().map(Keyed::row).toList();
	}

	private List<OutboxRow> found(List<OutboxRow> rows, ProblemTexts texts, Formats formats) {
		List<String> wanted = List.of(words.strip().toLowerCase(formats.locale()).split("\\s+"));
		return rows.stream().filter(row -> {
			String text = new OutboxText(row, texts, formats).search().toLowerCase(formats.locale());
			return wanted.stream().allMatch(text::contains);
		}).toList();
	}

	private Key key(OutboxRow row, OutboxText text, Collator collator) {
		return switch (column) {
		case TO -> new Key(0, collator.getCollationKey(text.recipients()));
		case SUBJECT -> new Key(0, collator.getCollationKey(row.entry().subject()));
		case ACCOUNT -> new Key(0, collator.getCollationKey(text.account()));
		case STATE -> new Key(row.rank(), collator.getCollationKey(text.name()));
		case NEXT -> new Key(text.nextTime().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE), collator.getCollationKey(""));
		case SIZE, NONE -> new Key(row.entry().size(), collator.getCollationKey(""));
		};
	}

	/** Made once for each row: comparing looks at it many times. */
	private record Key(long number, CollationKey text) implements Comparable<Key> {
		@Override
		public int compareTo(Key other) {
			int byNumber = Long.compare(number, other.number);
			return byNumber != 0 ? byNumber : text.compareTo(other.text);
		}
	}

	private record Keyed(OutboxRow row, Key key) {
	}
}
