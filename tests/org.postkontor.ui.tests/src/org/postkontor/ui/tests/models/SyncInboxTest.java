package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.inbox.SyncInbox;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** Receiving because somebody pressed a button. */
class SyncInboxTest {
	private final FakeServices services = new FakeServices();
	private final List<Problem> shown = new ArrayList<>();
	private final List<Integer> received = new ArrayList<>();
	private final UiContext context = new UiContext(services.all, new DirectBackground(), (problem, remedy) -> shown.add(problem));
	private final SyncInbox sync = new SyncInbox(context, new AccountActions(context, () -> null));
	private final Account account = services.signedInAccount("anna.berg@kanzlei.test");

	@Test
	void tellsHowManyMailsCame() {
		sync.sync(account, received::add);
		assertEquals(List.of(1), received);
		assertEquals(List.of(), shown);
	}

	@Test
	void showsWhyNothingCame() {
		services.inbox.failNextSync(Samples.signInNeeded());
		sync.sync(account, received::add);
		assertEquals(List.of(Samples.signInNeeded()), shown);
		assertEquals(List.of(), received);
	}

	@Test
	void complainsNotThatTheWindowReceivesAlreadyByItself() {
		services.inbox.failNextSync(Problem.of("inbox.busy", ProblemKind.BUSY, Fixer.TIME, Remedy.RETRY));
		sync.sync(account, received::add);
		assertEquals(List.of(), shown);
		assertEquals(List.of(), received);
	}
}
