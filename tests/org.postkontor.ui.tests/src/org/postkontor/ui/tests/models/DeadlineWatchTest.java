package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.outbox.DeadlineWatch;
import org.postkontor.ui.internal.outbox.OutboxRow;
import org.postkontor.ui.internal.outbox.OutboxRows;
import org.postkontor.ui.internal.outbox.PauseWatch;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** Which mails and accounts the user is told about. */
class DeadlineWatchTest {
	private final FakeServices services = new FakeServices();
	private final Instant now = services.clock.instant();
	private final Instant deadline = now.plus(Duration.ofHours(3));
	private final DeadlineWatch watch = new DeadlineWatch();
	private final PauseWatch pauses = new PauseWatch();
	private Account account = Samples.account("anna.berg@kanzlei.test");
	private OutboxId mail = new OutboxId("0");

	@BeforeEach
	void addMail() {
		account = services.signedInAccount("anna.berg@kanzlei.test");
		mail = services.outbox.add(account.id(), MailState.QUEUED, "Fristsache", SendOptions.NOW.notAfter(deadline));
	}

	@Test
	void warnsOnceAboutAMailThatIsExpectedAfterItsDeadline() throws Exception {
		services.outbox.expect(mail, deadline.plusSeconds(1));
		assertEquals(1, watch.look(rows()).size());
		assertEquals(List.of(), watch.look(rows()));
	}

	@Test
	void warnsAgainWhenItCameIntoDangerAgain() throws Exception {
		services.outbox.expect(mail, deadline.plusSeconds(1));
		watch.look(rows());
		services.outbox.expect(mail, deadline);
		assertEquals(List.of(), watch.look(rows()));
		services.outbox.expect(mail, deadline.plusSeconds(1));
		assertEquals(1, watch.look(rows()).size());
	}

	@Test
	void warnsAboutAPausedMailAnHourBeforeItsDeadlineAndLooksThen() throws Exception {
		services.outbox.pause(account.id(), Samples.signInNeeded());
		assertEquals(List.of(), watch.look(rows()));
		Instant look = DeadlineWatch.nextLook(rows()).orElseThrow();
		services.clock.set(look);
		assertEquals(1, watch.look(rows()).size());
		assertEquals(Optional.empty(), DeadlineWatch.nextLook(rows()));
	}

	@Test
	void doesNotWarnAboutWhatTheUserHolds() throws Exception {
		services.outbox.expect(mail, deadline.plusSeconds(1));
		services.outbox.hold(mail);
		assertEquals(List.of(), watch.look(rows()));
	}

	@Test
	void tellsOnceAboutAnAccountThatNeedsSomebody() throws Exception {
		pauses.look(rows());
		services.outbox.pause(account.id(), Problem.of("send.certificate", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT));
		assertEquals(1, pauses.look(rows()).size());
		assertEquals(List.of(), pauses.look(rows()));
	}

	@Test
	void saysNothingAboutTroubleThatTimeHealsOrThatHasItsOwnReminder() throws Exception {
		services.outbox.pause(account.id(), Problem.of("net.offline", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK));
		assertEquals(List.of(), pauses.look(rows()));
		services.outbox.pause(account.id(), Samples.signInNeeded());
		assertEquals(List.of(), pauses.look(rows()));
		assertTrue(rows().get(0).isPaused());
	}

	private List<OutboxRow> rows() throws ProblemException {
		return new OutboxRows(services.outbox, services.accounts, services.clock).run(new NullProgressMonitor()).rows();
	}
}
