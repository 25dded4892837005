package org.postkontor.ui.internal.health;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Proves that a sign-in works: asks for a credential as background work does, which refreshes it when that is due. */
record RefreshSignIn(UiServices services, SignInEntry entry) implements Operation<SignInEntry> {
	@Override
	public SignInEntry run(IProgressMonitor monitor) throws ProblemException {
		Optional<String> id = entry.stored().map(SignInInfo::id);
		Optional<Endpoint> endpoint = entry.accounts().stream().flatMap(a -> a.endpoints().stream()).filter(e -> e.auth().session().equals(id)).findFirst();
		if (endpoint.isPresent()) {
			services.broker().credential(endpoint.get().auth(), Resource.of(endpoint.get()), Interaction.FORBIDDEN, monitor);
		}
		return entry;
	}
}
