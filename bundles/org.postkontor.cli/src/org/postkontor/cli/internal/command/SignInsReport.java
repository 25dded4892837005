package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.output.SignInsView;
import org.postkontor.problem.ProblemException;

/** Shows stored sign-ins; its exit code says whether one of them needs a person. */
final class SignInsReport {
	private SignInsReport() {
	}

	static ExitCode show(Invocation invocation, List<SignInInfo> shown) {
		SignInsView view = view(invocation);
		invocation.output().result(view.json(shown), view.lines(shown));
		return shown.stream().anyMatch(info -> info.verdict() == Verdict.INVALID) ? ExitCode.SIGN_IN_NEEDED : ExitCode.OK;
	}

	static SignInInfo find(Invocation invocation, String id) throws ProblemException {
		return invocation.services().signIns().list().stream().filter(info -> info.id().equals(id)).findFirst()
				.orElseThrow(() -> CommandFailure.of(ExitCode.NOT_FOUND, "signins.unknown", "id", id));
	}

	static SignInsView view(Invocation invocation) {
		return new SignInsView(invocation.texts(), invocation.wording(), invocation.services().guides(), invocation.accounts()::name);
	}
}
