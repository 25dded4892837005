package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;

/** An account test that passes, or fails in the sign-in to the sending server. */
public final class FakeCheck implements AccountCheck {
	private volatile boolean fails;
	private volatile Optional<String> named = Optional.empty();

	public void reset() {
		fails = false;
		named = Optional.empty();
	}

	/** The sending server refuses and names this issuer, until the account uses it. */
	public void name(String issuer) {
		named = Optional.of(issuer);
	}

	public void failNext() {
		fails = true;
	}

	@Override
	public CheckReport run(Account account, Options options, Consumer<CheckStep> onStep, IProgressMonitor monitor) {
		List<CheckStep> steps = new ArrayList<>();
		for (String direction : List.of("receive", "send")) {
			onStep.accept(step(direction, CheckStep.Result.RUNNING, "", List.of()));
			List<CheckStep> children = new ArrayList<>();
			for (String part : List.of("connect", "tls", "sign-in")) {
				boolean signIn = direction.equals("send") && part.equals("sign-in");
				CheckStep child = signIn && isNamed(account) ? naming(direction + "." + part, account) : signIn && fails ? failed(direction + "." + part)
						: step(direction + "." + part, CheckStep.Result.PASSED, detail(part, account, direction), List.of());
				children.add(child);
				onStep.accept(child);
			}
			CheckStep.Result result = children.stream().anyMatch(c -> c.result() == CheckStep.Result.FAILED) ? CheckStep.Result.FAILED : CheckStep.Result.PASSED;
			steps.add(step(direction, result, "", children));
			onStep.accept(steps.get(steps.size() - 1));
		}
		return new CheckReport(account, Instant.parse("2026-11-22T09:00:00Z"), steps);
	}

	private static String detail(String part, Account account, String direction) {
		return switch (part) {
		case "connect" -> (direction.equals("send") ? "smtp." : "imap.") + account.address().domain();
		case "tls" -> "TLSv1.3 TLS_AES_256_GCM_SHA384";
		default -> account.address().toString();
		};
	}

	private static CheckStep failed(String id) {
		Problem problem = Problem.of("auth.refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN).detail("reply", "535 5.7.8 authentication failed");
		return new CheckStep(id, CheckStep.Result.FAILED, "535 5.7.8", 81, Optional.of(problem), List.of());
	}

	private boolean isNamed(Account account) {
		return named.isPresent() && account.endpoint(Direction.SEND).filter(e -> named.equals(Optional.ofNullable(e.auth().settings().get("issuer")))).isEmpty();
	}

	private CheckStep naming(String id, Account account) {
		Problem problem = Problem.of("check.issuer-named", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.USE_ISSUER)
				.with("host", account.endpoint(Direction.SEND).orElseThrow().host()).with("protocol", Protocol.SMTP)
				.with(IssuerSuggestion.VALUE, named.orElseThrow());
		return new CheckStep(id, CheckStep.Result.FAILED, "", 81, Optional.of(problem), List.of());
	}

	private static CheckStep step(String id, CheckStep.Result result, String detail, List<CheckStep> children) {
		return new CheckStep(id, result, detail, 42, Optional.empty(), children);
	}
}
