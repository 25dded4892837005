package org.postkontor.outbox.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.postkontor.outbox.OutboxEntry;

/** Mails in the order of their places in the table, ascending. Immutable; the arrays are shared, not copied. */
final class PlacedMails {
	private final long[] places;
	private final List<OutboxEntry> entries;

	/** @param entries one for each place */
	PlacedMails(long[] places, List<OutboxEntry> entries) {
		this.places = places;
		this.entries = Collections.unmodifiableList(entries);
	}

	List<OutboxEntry> entries() {
		return entries;
	}

	/** A mail as it is now, at its place. */
	record Changed(StoredMail mail, long place) {
	}

	/** With mails in the place of those that were there before; removed ones are left out. */
	PlacedMails with(List<Changed> changes) {
		long[] merged = new long[places.length + changes.size()];
		List<OutboxEntry> kept = new ArrayList<>(merged.length);
		int old = 0;
		for (Changed change : changes) {
			for (; old < places.length && places[old] < change.place(); old++) {
				merged[kept.size()] = places[old];
				kept.add(entries.get(old));
			}
			if (old < places.length && places[old] == change.place()) {
				old++;
			}
			if (!change.mail().removed()) {
				merged[kept.size()] = change.place();
				kept.add(change.mail().entry());
			}
		}
		for (; old < places.length; old++) {
			merged[kept.size()] = places[old];
			kept.add(entries.get(old));
		}
		return new PlacedMails(Arrays.copyOf(merged, kept.size()), kept);
	}
}
