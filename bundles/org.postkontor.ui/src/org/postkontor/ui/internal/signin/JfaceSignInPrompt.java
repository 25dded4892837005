package org.postkontor.ui.internal.signin;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
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

/** Takes part in a sign-in through a surface of the window. Called on the signing-in thread. */
public final class JfaceSignInPrompt implements SignInPrompt {
	private static final long POLL_MILLIS = 200;

	private final Executor ui;
	private final BrowserOpener browser;
	private final SignInSurface surface;
	private final IProgressMonitor monitor;

	/** @param monitor of the sign-in: cancelling it ends the wait for a password */
	public JfaceSignInPrompt(Executor ui, BrowserOpener browser, SignInSurface surface, IProgressMonitor monitor) {
		this.ui = ui;
		this.browser = browser;
		this.surface = surface;
		this.monitor = monitor;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		boolean opened = browser.open(request.url());
		ui.execute(() -> surface.showLink(request.url(), opened));
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		ui.execute(() -> surface.showCode(code.verification(), code.userCode()));
	}

	@Override
	public Secret askPassword(PasswordRequest request) throws ProblemException {
		CompletableFuture<Secret> answer = new CompletableFuture<>();
		ui.execute(() -> surface.askPassword(request.retry(), answer));
		while (!monitor.isCanceled()) {
			try {
				return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				continue; // the user is still typing
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw cancelled(e);
			} catch (ExecutionException | CancellationException e) {
				throw cancelled(e);
			}
		}
		throw cancelled(null);
	}

	@Override
	public void done() {
		ui.execute(surface::showFinishing);
	}

	private static ProblemException cancelled(@Nullable Exception cause) {
		return new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE), cause);
	}
}
