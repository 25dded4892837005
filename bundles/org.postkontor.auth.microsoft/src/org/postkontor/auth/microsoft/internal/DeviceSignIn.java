package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.ProblemException;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;

/** Sign-in with a code that is typed on another device (RFC 8628). MSAL asks once; the waiting is {@link DevicePolling}'s. */
final class DeviceSignIn {
	private final MsalApp app;
	private final DevicePolling polling;
	private final Clock clock;

	DeviceSignIn(MsalApp app, DevicePolling polling, Clock clock) {
		this.app = app;
		this.polling = polling;
		this.clock = clock;
	}

	SignedIn run(Rights rights, SignInPrompt prompt) throws ProblemException, RefusedException {
		Consumer<DeviceCode> show = code -> show(code, prompt);
		IAuthenticationResult result = app.run(msal -> {
			CompletableFuture<IAuthenticationResult> future = msal.acquireToken(DeviceCodeFlowParameters.builder(rights.scopes(), show).build());
			polling.start(); // MSAL must have the future before it looks at it
			return future;
		});
		prompt.done();
		return new SignedIn(result, Optional.empty());
	}

	private void show(DeviceCode code, SignInPrompt prompt) {
		try {
			prompt.showDeviceCode(new SignInPrompt.DeviceCode(URI.create(code.verificationUri()), code.userCode(),
					clock.instant().plusSeconds(code.expiresIn())));
		} catch (ProblemException e) {
			throw new CompletionException(e);
		}
	}
}
