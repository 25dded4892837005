package org.postkontor.ui.internal.prompt;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.ui.internal.UiContext;

/** Takes part in a sign-in through a surface of the window. Called on the signing-in thread. Sets no time limit of its own. */
public final class JfaceSignInPrompt implements SignInPrompt {
	private static final long POLL_MILLIS = 200;

	private final UiContext context;
	private final SignInSurface surface;
	private final boolean withCode;
	private final IProgressMonitor monitor;

	/**
	 * @param withCode the person wants a code for another device
	 * @param monitor  of the sign-in: cancelling it ends the wait for an answer
	 */
	public JfaceSignInPrompt(UiContext context, SignInSurface surface, boolean withCode, IProgressMonitor monitor) {
		this.context = context;
		this.surface = surface;
		this.withCode = withCode;
		this.monitor = monitor;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		boolean opened = context.services().browser().open(request.url());
		context.background().ui().execute(() -> surface.showLink(request, opened));
	}

	@Override
	public boolean prefersDeviceCode() {
		return withCode;
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		context.background().ui().execute(() -> surface.showCode(code));
	}

	@Override
	public Secret askPassword(PasswordRequest request) throws ProblemException {
		CompletableFuture<Secret> answer = new CompletableFuture<>();
		context.background().ui().execute(() -> surface.askPassword(request.retry(), answer));
		return await(answer);
	}

	@Override
	public Secret askClientSecret(ClientSecretRequest request) throws ProblemException {
		CompletableFuture<Secret> answer = new CompletableFuture<>();
		context.background().ui().execute(() -> surface.askClientSecret(request, answer));
		return await(answer);
	}

	@Override
	public UserDecision otherUser(OtherUser other) throws ProblemException {
		CompletableFuture<UserDecision> answer = new CompletableFuture<>();
		context.background().ui().execute(() -> surface.askOtherUser(other, answer));
		return await(answer);
	}

	@Override
	public boolean approveHosts(ForeignHosts foreign) throws ProblemException {
		CompletableFuture<Boolean> answer = new CompletableFuture<>();
		context.background().ui().execute(() -> surface.askHosts(foreign, answer));
		return await(answer);
	}

	@Override
	public void done() {
		context.background().ui().execute(surface::showFinishing);
	}

	private <T> T await(CompletableFuture<T> answer) throws ProblemException {
		while (!monitor.isCanceled()) {
			try {
				return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				continue; // the person is still thinking
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw cancelled(e);
			} catch (ExecutionException | CancellationException e) {
				throw cancelled(e);
			}
		}
		answer.cancel(false);
		throw cancelled(null);
	}

	private static ProblemException cancelled(@Nullable Exception cause) {
		return new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE), cause);
	}
}
