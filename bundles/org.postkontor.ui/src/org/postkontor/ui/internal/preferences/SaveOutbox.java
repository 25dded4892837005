package org.postkontor.ui.internal.preferences;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** Saves what was changed on the page of the outbox. */
record SaveOutbox(UiServices services, Optional<OutboxTimes.Values> times, Map<AccountId, DoubtPolicy> policies) implements Operation<Boolean> {
	@Override
	public Boolean run(IProgressMonitor monitor) throws ProblemException {
		if (times.isPresent()) {
			services.transmissionLog().setKeep(times.get().keep());
			services.outbox().setTidying(times.get().tidying());
			services.sendingPreferences().undo(times.get().undo());
		}
		for (Map.Entry<AccountId, DoubtPolicy> entry : policies.entrySet()) {
			services.outbox().setDoubtPolicy(entry.getKey(), entry.getValue());
		}
		return true;
	}
}
