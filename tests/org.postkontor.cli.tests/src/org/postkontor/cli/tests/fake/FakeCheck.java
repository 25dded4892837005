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
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;

/** A test of one step. */
public final class FakeCheck implements AccountCheck {
	public Result result = Result.PASSED;
	public Optional<Options> options = Optional.empty();
	/** The issuer that the server names until the account uses it; empty for none. */
	public String names = "";
	public int runs;

	@Override
	public CheckReport run(Account account, Options given, Consumer<CheckStep> onStep, IProgressMonitor monitor) {
		options = Optional.of(given);
		runs++;
		if (!names.isEmpty() && account.endpoints().stream().anyMatch(e -> !names.equals(e.auth().settings().get("issuer")))) {
			return refusedBy(account);
		}
		onStep.accept(new CheckStep("receive.connect", Result.RUNNING, "", 0, Optional.empty(), List.of()));
		CheckStep ended = new CheckStep("receive.connect", result, "imap.example.test", 12,
				result == Result.FAILED ? Optional.of(Problems.of(ProblemKind.CERTIFICATE)) : Optional.empty(), List.of());
		onStep.accept(ended);
		return new CheckReport(account, Instant.EPOCH, List.of(new CheckStep("receive", result, "", 13, Optional.empty(), List.of(ended))));
	}

	private CheckReport refusedBy(Account account) {
		List<CheckStep> steps = account.endpoints().stream().map(e -> new CheckStep("receive.sign-in", Result.FAILED, "", 12,
				Optional.of(Problem.of("check.issuer-named", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.USE_ISSUER)
						.with("host", e.host()).with("protocol", e.protocol()).with(IssuerSuggestion.VALUE, names)), List.of())).toList();
		return new CheckReport(account, Instant.EPOCH, List.of(new CheckStep("receive", Result.FAILED, "", 13, Optional.empty(), steps)));
	}
}
