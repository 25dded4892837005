package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.postkontor.outbox.MailState.BOUNDARY;
import static org.postkontor.outbox.MailState.CANCELLED;
import static org.postkontor.outbox.MailState.DELAYED;
import static org.postkontor.outbox.MailState.FILED;
import static org.postkontor.outbox.MailState.HELD;
import static org.postkontor.outbox.MailState.IN_DOUBT;
import static org.postkontor.outbox.MailState.QUEUED;
import static org.postkontor.outbox.MailState.REJECTED;
import static org.postkontor.outbox.MailState.SCHEDULED;
import static org.postkontor.outbox.MailState.SENDING;
import static org.postkontor.outbox.MailState.SENT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.internal.MailEvent;
import org.postkontor.outbox.internal.Transitions;

class TransitionsTest {
	private static final Map<MailEvent, MailState> ANSWERS = Map.of(MailEvent.ACCEPTED, SENT, MailEvent.PARTLY, QUEUED, MailEvent.DEFERRED, QUEUED,
			MailEvent.LANE_TROUBLE, QUEUED, MailEvent.EXPIRED, HELD, MailEvent.MAIL_TROUBLE, HELD, MailEvent.REJECTED, REJECTED, MailEvent.LOST_ANSWER,
			IN_DOUBT);

	private static final Map<MailEvent, MailState> CHANGEABLE = Map.of(MailEvent.SCHEDULE, SCHEDULED, MailEvent.REMOVE, CANCELLED, MailEvent.REPLACED,
			CANCELLED);
	/** Of a sender that handed over although the mail was stopped. */
	private static final Map<MailEvent, MailState> STOPPED = Map.of(MailEvent.ACCEPTED, SENT, MailEvent.LOST_ANSWER, IN_DOUBT);

	private static Map<MailEvent, MailState> expected(MailState state) {
		Map<MailEvent, MailState> table = new EnumMap<>(MailEvent.class);
		switch (state) {
		case SCHEDULED, DELAYED -> {
			table.putAll(STOPPED);
			table.putAll(Map.of(MailEvent.DUE, QUEUED, MailEvent.SEND_NOW, QUEUED, MailEvent.HOLD, HELD, MailEvent.MISSED, HELD, MailEvent.SCHEDULE, SCHEDULED,
					MailEvent.REMOVE, CANCELLED, MailEvent.REPLACED, CANCELLED, MailEvent.PARTLY, state, MailEvent.RETIME,
					state == SCHEDULED ? QUEUED : DELAYED));
		}
		case QUEUED -> {
			table.putAll(CHANGEABLE);
			table.putAll(Map.of(MailEvent.ATTEMPT, SENDING, MailEvent.HOLD, HELD, MailEvent.DAMAGED, HELD, MailEvent.MAIL_TROUBLE, HELD, MailEvent.MISSED,
					HELD, MailEvent.SEND_NOW, QUEUED, MailEvent.RETIME, QUEUED));
		}
		case SENDING -> {
			table.putAll(ANSWERS);
			table.putAll(CHANGEABLE);
			table.putAll(Map.of(MailEvent.BOUNDARY, BOUNDARY, MailEvent.RECOVERED, QUEUED, MailEvent.HOLD, HELD, MailEvent.MISSED, HELD));
		}
		case BOUNDARY -> {
			table.putAll(ANSWERS);
			table.put(MailEvent.RECOVERED, IN_DOUBT);
		}
		case IN_DOUBT -> table.putAll(Map.of(MailEvent.CHECKED, IN_DOUBT, MailEvent.POSTPONED, IN_DOUBT, MailEvent.FOUND, SENT, MailEvent.MARK_SENT, SENT,
				MailEvent.SEND_AGAIN, QUEUED, MailEvent.REMOVE, CANCELLED, MailEvent.ACCEPTED, SENT, MailEvent.PARTLY, QUEUED, MailEvent.DEFERRED, QUEUED,
				MailEvent.REJECTED, REJECTED));
		case SENT -> table.putAll(Map.of(MailEvent.CHECKED, SENT, MailEvent.POSTPONED, SENT, MailEvent.FILED, FILED));
		case HELD -> {
			table.putAll(STOPPED);
			table.putAll(CHANGEABLE);
			table.putAll(Map.of(MailEvent.RELEASE, QUEUED, MailEvent.SEND_NOW, QUEUED, MailEvent.RETIME, HELD, MailEvent.PARTLY, HELD));
		}
		case REJECTED -> {
			table.putAll(CHANGEABLE);
			table.putAll(Map.of(MailEvent.RELEASE, QUEUED, MailEvent.SEND_NOW, QUEUED, MailEvent.RETIME, REJECTED));
		}
		case CANCELLED -> {
			table.putAll(STOPPED);
			table.put(MailEvent.PARTLY, CANCELLED);
		}
		case FILED -> {
		}
		}
		if (state == IN_DOUBT) {
			table.put(MailEvent.EXPIRED, HELD);
		}
		return table;
	}

	@ParameterizedTest
	@EnumSource(MailState.class)
	void knowsExactlyTheseEvents(MailState state) {
		for (MailEvent event : MailEvent.values()) {
			assertEquals(Optional.ofNullable(expected(state).get(event)), Transitions.next(state, event), state + " + " + event);
		}
	}

	@Test
	void onlyAnAnswerOrADecisionLeadsOutOfDoubtToSendingAgain() {
		Set<MailEvent> again = EnumSet.noneOf(MailEvent.class);
		for (MailEvent event : MailEvent.values()) {
			if (Transitions.next(IN_DOUBT, event).filter(QUEUED::equals).isPresent()) {
				again.add(event);
			}
		}
		assertEquals(EnumSet.of(MailEvent.SEND_AGAIN, MailEvent.PARTLY, MailEvent.DEFERRED), again);
	}

	@Test
	void restoresARemovedMailToWhereItWasButNeverIntoASendingThatIsOver() {
		assertEquals(QUEUED, Transitions.restored(SENDING));
		assertEquals(QUEUED, Transitions.restored(DELAYED));
		for (MailState state : EnumSet.of(SCHEDULED, QUEUED, HELD, REJECTED, IN_DOUBT)) {
			assertEquals(state, Transitions.restored(state));
		}
	}

	@Test
	void neverForgetsASentMail() {
		for (MailEvent event : MailEvent.values()) {
			Optional<MailState> next = Transitions.next(SENT, event);
			assertEquals(true, next.isEmpty() || next.get() == SENT || next.get() == FILED, event.name());
		}
	}
}
