package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Problem;
import org.postkontor.transport.SendOutcome.RecipientResult;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.outbox.OutboxMessages;
import org.postkontor.ui.internal.outbox.OutboxRow;
import org.postkontor.ui.internal.outbox.OutboxText;
import org.postkontor.ui.internal.outbox.SendingProgress;
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
	void offersEverythingUntilTheFinalDotAndNothingAfterIt() {
		OutboxRow sending = row(MailState.SENDING, Optional.empty());
		assertTrue(sending.canHold() && sending.canEdit() && sending.canRemove());
		OutboxRow boundary = row(MailState.BOUNDARY, Optional.empty());
		assertFalse(boundary.canHold() || boundary.canEdit() || boundary.canRemove() || boundary.canSchedule() || boundary.canSendNow());
	}

	@ParameterizedTest
	@EnumSource(names = { "SCHEDULED", "DELAYED", "QUEUED", "HELD", "REJECTED" })
	void sendsAndSchedulesWhateverWaitsOrIsStopped(MailState state) {
		OutboxRow row = row(state, Optional.empty());
		assertTrue(row.canSendNow() && row.canSchedule() && row.canEdit());
	}

	@Test
	void doesNotEditWhatSomebodyHasAlready() {
		OutboxEntry entry = row(MailState.QUEUED, Optional.empty()).entry();
		OutboxEntry partly = new OutboxEntry(entry.id(), entry.account(), entry.state(), entry.messageId(), entry.subject(), entry.envelope(), entry.size(),
				entry.accepted(), entry.nextAttempt(), 1, Optional.empty(), Map.of("paul.weber@mandant.test", new RecipientResult.Accepted("250 ok")), "",
				SendOptions.NOW);
		assertFalse(new OutboxRow(partly, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false).canEdit());
	}

	@Test
	void saysWhenAThrottledAccountGoesOn() {
		OutboxRow row = new OutboxRow(row(MailState.QUEUED, Optional.empty()).entry(), Optional.empty(),
				Optional.of(new Lane(ACCOUNT, Optional.empty(), Optional.of(Instant.parse("2026-11-22T09:05:00Z")))), Optional.empty(), Optional.empty(), false);
		assertTrue(text(row).reason().contains("09:05"), text(row).reason());
	}

	@Test
	void saysHowFarASendingMailIsAndHowLongItTakes() {
		SendingProgress progress = new SendingProgress(2 << 20, 5 << 20, Optional.of(Duration.ofMillis(11_200)));
		OutboxRow row = new OutboxRow(row(MailState.SENDING, Optional.empty()).entry(), Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.of(progress), false);
		assertTrue(text(row).columns().get(0).matches("40.*12 s.*"), text(row).columns().get(0));
		assertTrue(text(row).reason().matches(".*2,0 MB .* 5,0 MB.*12 s.*"), text(row).reason());
		assertEquals(0.4, progress.share(), 0.001);
	}

	@Test
	void doesNotCallAMailSentThatWaitsForTheAnswer() {
		OutboxRow row = new OutboxRow(row(MailState.BOUNDARY, Optional.empty()).entry(), Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.of(new SendingProgress(5, 5, Optional.empty())), false);
		assertEquals(OutboxMessages.sendingAnswer, text(row).state());
	}

	@Test
	void showsTheExpectedTimeRatherThanTheNextAttempt() {
		OutboxRow row = new OutboxRow(row(MailState.QUEUED, Optional.empty()).entry(), Optional.empty(), Optional.empty(),
				Optional.of(Instant.parse("2026-11-22T11:45:00Z")), Optional.empty(), false);
		assertTrue(text(row).columns().get(4).contains("11:45"), text(row).columns().get(4));
	}

	@Test
	void doesNotReleaseAMailInDoubt() {
		assertFalse(row(MailState.IN_DOUBT, Optional.empty()).canRelease());
	}

	@ParameterizedTest
	@EnumSource(MailState.class)
	void hasATextAndAnIconForEveryState(MailState state) {
		OutboxText text = text(row(state, Optional.empty()));
		assertFalse(text.state().isBlank());
		assertEquals(6, text.columns().size());
	}

	private static OutboxText text(OutboxRow row) {
		return new OutboxText(row, new FakeTexts(), new Formats(Locale.GERMAN, ZoneOffset.UTC));
	}

	private static OutboxRow row(MailState state, Optional<Problem> paused) {
		return new OutboxRow(Samples.outboxEntry(new OutboxId("1"), ACCOUNT, state, "Mietvertrag", Optional.empty()), Optional.empty(),
				Optional.of(new Lane(ACCOUNT, paused)), Optional.empty(), Optional.empty(), false);
	}
}
