package org.postkontor.transport.exchange.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Scope;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.message.Draft;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.FakeClock;

/** The real outbox over the real sender in front of a stage. Its broker gives out token1, and after a refusal token2 and so on. */
final class Office implements AutoCloseable {
	static final AccountId ANNA = new AccountId("anna");

	final FakeClock clock = new FakeClock();
	final FakeAccounts accounts = new FakeAccounts();
	final FakeBroker broker = new FakeBroker();
	final DurableOutbox outbox;

	Office(Path folder, Stage stage) {
		stage.tokens.clear();
		accounts.save(new Account(ANNA, "anna", new MailAddress("anna", "example.test"), "", Scope.OFFICE, List.of(stage.endpoint())));
		outbox = new DurableOutbox(new Home(folder, true), new StreamingMessageComposer(clock), new Surroundings(accounts, broker, List.of(stage.sender()),
				List.of(), clock, new Random(), new PrivateFiles(), CrashPoint.NONE));
	}

	OutboxId submit(String subject) throws ProblemException {
		return submit(new Draft(Stage.ANNA, List.of("ben@example.test"), List.of(), List.of("carl@example.test"), subject, "text", List.of()));
	}

	OutboxId submit(Draft draft) throws ProblemException {
		return outbox.submit(ANNA, draft, null);
	}

	DrainSummary drain() throws ProblemException {
		return outbox.drain(Optional.empty(), null);
	}

	OutboxEntry entry(OutboxId id) throws ProblemException {
		return outbox.entry(id).orElseThrow();
	}

	/** Why the lane does not run, if it does not. */
	Optional<Problem> paused() throws ProblemException {
		return outbox.lanes().stream().findFirst().flatMap(lane -> lane.paused());
	}

	@Override
	public void close() {
		outbox.close();
	}
}
