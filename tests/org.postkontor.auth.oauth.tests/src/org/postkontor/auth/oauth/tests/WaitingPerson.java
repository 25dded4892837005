package org.postkontor.auth.oauth.tests;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;

/** Keeps the address for the test, which is the person. */
final class WaitingPerson implements SignInPrompt {
	private final CompletableFuture<URI> address = new CompletableFuture<>();

	/** What the browser is to open, as soon as it is known. */
	URI address() throws Exception {
		return address.get(30, TimeUnit.SECONDS);
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		address.complete(request.url());
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError();
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError();
	}

	@Override
	public void done() {
		// nothing to close
	}
}
