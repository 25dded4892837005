package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.output.SignInsView;
import org.postkontor.problem.ProblemException;

/** Shows all stored sign-ins; its exit code says whether one of them needs a person. */
final class SignInsReport {
	private SignInsReport() {
	}

	static ExitCode show(Invocation invocation) throws ProblemException {
		List<SignInInfo> all = invocation.services().signIns().list();
		SignInsView view = view(invocation);
		invocation.output().result(view.json(all), view.lines(all));
		return all.stream().anyMatch(info -> info.verdict() == Verdict.INVALID) ? ExitCode.SIGN_IN_NEEDED : ExitCode.OK;
	}

	static SignInsView view(Invocation invocation) {
		return new SignInsView(invocation.texts(), invocation.wording(), invocation.services().guides(), invocation.accounts()::name);
	}
}
