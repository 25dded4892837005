package org.postkontor.cli.tests.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.problem.ProblemKind;

/** A test of one step. */
public final class FakeCheck implements AccountCheck {
	public Result result = Result.PASSED;
	public Optional<Options> options = Optional.empty();

	@Override
	public CheckReport run(Account account, Options given, Consumer<CheckStep> onStep, IProgressMonitor monitor) {
		options = Optional.of(given);
		onStep.accept(new CheckStep("receive.connect", Result.RUNNING, "", 0, Optional.empty(), List.of()));
		CheckStep ended = new CheckStep("receive.connect", result, "imap.example.test", 12,
				result == Result.FAILED ? Optional.of(Problems.of(ProblemKind.CERTIFICATE)) : Optional.empty(), List.of());
		onStep.accept(ended);
		return new CheckReport(account, Instant.EPOCH, List.of(new CheckStep("receive", result, "", 13, Optional.empty(), List.of(ended))));
	}
}
