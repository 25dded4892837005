package org.postkontor.cli.tests.fake;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.SignIns;

/** Stored sign-ins in memory. */
public final class FakeSignIns implements SignIns {
	public final List<SignInInfo> stored = new ArrayList<>();
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
	public void signOut(String id, IProgressMonitor monitor) {
		stored.removeIf(info -> info.id().equals(id));
	}
}
