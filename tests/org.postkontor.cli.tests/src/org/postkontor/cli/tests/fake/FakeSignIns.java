package org.postkontor.cli.tests.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.SignIns;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Stored sign-ins in memory. */
public final class FakeSignIns implements SignIns {
	public final List<SignInInfo> stored = new ArrayList<>();
	public final List<String> refreshed = new ArrayList<>();
	public Optional<ProblemKind> refuses = Optional.empty();
	public Optional<Problem> unconfirmed = Optional.empty();
	public int kept;

	@Override
	public List<SignInInfo> list() {
		return List.copyOf(stored);
	}

	@Override
	public void keepAlive(IProgressMonitor monitor) {
		kept++;
	}

	@Override
	public void refresh(String id, IProgressMonitor monitor) throws ProblemException {
		if (refuses.isPresent()) {
			throw Problems.exception(refuses.get());
		}
		refreshed.add(id);
	}

	@Override
	public Optional<Problem> signOut(String id, IProgressMonitor monitor) {
		stored.removeIf(info -> info.id().equals(id));
		return unconfirmed;
	}
}
