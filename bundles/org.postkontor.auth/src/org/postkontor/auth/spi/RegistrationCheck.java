package org.postkontor.auth.spi;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.Problem;

/** What a provider adds that can check the office's application registration: an {@link AuthProvider} implements it, too. */
public interface RegistrationCheck {
	/** What is checked, in this order; a failed step leaves out the ones that need it. */
	enum Step {
		/** The provider's endpoints answer. */
		ENDPOINTS,
		/** The client id is known to the provider. */
		CLIENT_KNOWN,
		/** The application may sign in without a secret, or the secret is right. */
		CLIENT_KIND,
		/** Sign-in in the browser comes back to this computer. */
		REDIRECT,
		/** The rights asked for were given. */
		RIGHTS,
		/** A refresh works, so that nobody has to sign in every hour. */
		REFRESH
	}

	/** What is known about a step. */
	enum Result {
		/** Proved by an answer of the provider. */
		PASSED,
		/** There is a mistake; its problem says which. */
		FAILED,
		/** Nothing that the provider said decides it; a sign-in that works does. */
		UNKNOWN
	}

	/** @param problem the mistake of a failed step, else empty; left-out steps have no finding */
	record Finding(Step step, Result result, Optional<Problem> problem) {
		/** Passed, or failed by a problem. */
		public Finding(Step step, Optional<Problem> problem) {
			this(step, problem.isEmpty() ? Result.PASSED : Result.FAILED, problem);
		}

		public static Finding unknown(Step step) {
			return new Finding(step, Result.UNKNOWN, Optional.empty());
		}
	}

	/**
	 * Runs all steps; what a person has to do goes through the prompt. Stores nothing. Cancelling, by the monitor or in the
	 * prompt, ends with what was found so far; what only a sign-in could have shown is {@link Result#UNKNOWN} then. In the order
	 * of the steps, each at most once.
	 */
	List<Finding> check(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor);
}
