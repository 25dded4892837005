package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.outbox.OrderMemory;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.outbox.OutboxOrder;
import org.postkontor.ui.internal.outbox.OutboxOrder.Column;
import org.postkontor.ui.internal.outbox.OutboxRow;
import org.postkontor.ui.tests.fakes.FakeTexts;
import org.postkontor.ui.tests.fakes.Samples;

/** Filter and order of the list of mails. */
class OutboxOrderTest {
	private static final List<OutboxRow> ROWS = List.of(row("3", MailState.QUEUED, "Zahlung"), row("2", MailState.HELD, "Übergabe"), row("1", MailState.QUEUED, "Mahnung"));

	@Test
	void keepsTheOrderInWhichMailsCame() {
		assertEquals(List.of("Zahlung", "Übergabe", "Mahnung"), subjects(OutboxOrder.NEWEST));
	}

	@Test
	void sortsSubjectsAsTheLanguageDoesAndTheOtherWayWhenChosenAgain() {
		OutboxOrder once = OutboxOrder.NEWEST.chosen(Column.SUBJECT);
		assertEquals(List.of("Mahnung", "Übergabe", "Zahlung"), subjects(once));
		assertEquals(List.of("Zahlung", "Übergabe", "Mahnung"), subjects(once.chosen(Column.SUBJECT)));
	}

	@Test
	void putsWhatNeedsSomebodyFirstAndKeepsTheOrderOfTheRest() {
		assertEquals(List.of("Übergabe", "Zahlung", "Mahnung"), subjects(OutboxOrder.NEWEST.chosen(Column.STATE)));
	}

	@ParameterizedTest
	@EnumSource
	void losesNoMailByAnyColumn(Column column) {
		assertEquals(3, subjects(new OutboxOrder(column, true, "")).size());
	}

	@Test
	void findsMailsThatHoldAllWordsInRecipientSubjectOrState() {
		assertEquals(List.of("Zahlung", "Mahnung"), subjects(OutboxOrder.NEWEST.words(" WEBER  " + OutboxMessages.queued)));
		assertEquals(List.of("Übergabe"), subjects(OutboxOrder.NEWEST.words("über")));
		assertEquals(List.of(), subjects(OutboxOrder.NEWEST.words("weber unknown")));
	}

	@Test
	void remembersWhatWasChosen() {
		OutboxOrder order = new OutboxOrder(Column.SIZE, true, "weber");
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		OrderMemory.write(order, memento);
		assertEquals(order, OrderMemory.read(memento));
	}

	@Test
	void forgetsWhatItDoesNotKnow() {
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		memento.putString("column", "COLOUR");
		assertEquals(OutboxOrder.NEWEST, OrderMemory.read(memento));
	}

	private static List<String> subjects(OutboxOrder order) {
		return order.of(ROWS, new FakeTexts(), new Formats(Locale.GERMAN, ZoneOffset.UTC)).stream().map(r -> r.entry().subject()).toList();
	}

	private static OutboxRow row(String id, MailState state, String subject) {
		return new OutboxRow(Samples.outboxEntry(new OutboxId(id), new AccountId("a"), state, subject, Optional.empty()), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), false);
	}
}
