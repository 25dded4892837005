package org.postkontor.ui.tests.fakes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;

/** A provider that knows administrator's consent and can check a registration; signs nobody in. */
public final class FakeProvider implements AuthProvider, AdminConsent, RegistrationCheck {
	private volatile Optional<Problem> mistake = Optional.empty();
	private volatile boolean signsIn = true;
	private volatile Optional<SignInRequest> checked = Optional.empty();

	void reset() {
		mistake = Optional.empty();
		checked = Optional.empty();
		signsIn = true;
	}

	/** Nobody signs in at the next check. */
	public void leaveUnknown() {
		signsIn = false;
	}

	/** The next check finds this in its third step. */
	public void misregister(Problem problem) {
		mistake = Optional.of(problem);
	}

	/** What was checked last. */
	public Optional<SignInRequest> checked() {
		return checked;
	}

	@Override
	public List<Finding> check(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		checked = Optional.of(request);
		if (mistake.isEmpty()) {
			return Arrays.stream(Step.values()).map(step -> signsIn || step.compareTo(Step.RIGHTS) < 0 ? new Finding(step, Optional.empty()) : Finding.unknown(step)).toList();
		}
		return List.of(new Finding(Step.ENDPOINTS, Optional.empty()), new Finding(Step.CLIENT_KNOWN, Optional.empty()), new Finding(Step.CLIENT_KIND, mistake));
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Link link(SignInRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean grant(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Session identify(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Granted isGranted(Session session, SignInRequest request, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}
}
