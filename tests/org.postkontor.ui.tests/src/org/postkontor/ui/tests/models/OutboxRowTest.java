package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.outbox.OutboxRow;
import org.postkontor.ui.internal.outbox.OutboxText;
import org.postkontor.ui.tests.fakes.FakeTexts;
import org.postkontor.ui.tests.fakes.Samples;

/** What can be done with a mail of the outbox. */
class OutboxRowTest {
	private static final AccountId ACCOUNT = new AccountId("a");

	@Test
	void showsAQueuedMailOfAPausedAccountAsPausedWithItsRemedy() {
		OutboxRow row = row(MailState.QUEUED, Optional.of(Samples.signInNeeded()));
		assertTrue(row.isPaused());
		assertEquals(OutboxRow.Action.REMEDY, row.action());
	}

	@Test
	void asksForADecisionAboutAMailInDoubtEvenIfItsAccountIsPaused() {
		assertEquals(OutboxRow.Action.DECIDE, row(MailState.IN_DOUBT, Optional.of(Samples.signInNeeded())).action());
	}

	@Test
	void neverOffersToRemoveWhatIsBeingHandedOver() {
		assertFalse(row(MailState.BOUNDARY, Optional.empty()).canRemove());
		assertFalse(row(MailState.SENDING, Optional.empty()).canRemove());
	}

	@Test
	void doesNotReleaseAMailInDoubt() {
		assertFalse(row(MailState.IN_DOUBT, Optional.empty()).canRelease());
	}

	@ParameterizedTest
	@EnumSource(MailState.class)
	void hasATextAndAnIconForEveryState(MailState state) {
		OutboxText text = new OutboxText(row(state, Optional.empty()), new FakeTexts(), new Formats(Locale.GERMAN, ZoneOffset.UTC));
		assertFalse(text.state().isBlank());
		assertEquals(6, text.columns().size());
	}

	private static OutboxRow row(MailState state, Optional<Problem> paused) {
		return new OutboxRow(Samples.outboxEntry(new OutboxId("1"), ACCOUNT, state, "Mietvertrag", Optional.empty()), Optional.empty(), paused);
	}
}
