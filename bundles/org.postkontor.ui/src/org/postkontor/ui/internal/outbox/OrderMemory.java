package org.postkontor.ui.internal.outbox;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

/** Keeps what a user chose to see from one start to the next. */
public final class OrderMemory {
	private static final String COLUMN = "column";
	private static final String DESCENDING = "descending";
	private static final String WORDS = "words";

	private OrderMemory() {
	}

	public static void write(OutboxOrder order, IMemento memento) {
		memento.putString(COLUMN, order.column().name());
		memento.putBoolean(DESCENDING, order.descending());
		memento.putString(WORDS, order.words());
	}

	/** What another version wrote and this one does not know counts as not chosen. */
	public static OutboxOrder read(IMemento memento) {
		@Nullable
		String name = memento.getString(COLUMN);
		OutboxOrder.Column column = Arrays.stream(OutboxOrder.Column.values()).filter(c -> c.name().equals(name)).findFirst().orElse(OutboxOrder.Column.NONE);
		@Nullable
		String words = memento.getString(WORDS);
		return new OutboxOrder(column, Boolean.TRUE.equals(memento.getBoolean(DESCENDING)), words == null ? "" : words);
	}
}
