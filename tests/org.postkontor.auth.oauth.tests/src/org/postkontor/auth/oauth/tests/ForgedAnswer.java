package org.postkontor.auth.oauth.tests;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** Somebody who knows the state answers in the provider's place. */
record ForgedAnswer(String parameters) implements SignInPrompt {
	@Override
	public void openBrowser(BrowserRequest request) {
		Map<String, String> query = OidcWorld.query(request.url());
		Thread.ofVirtual().start(() -> {
			try {
				ScriptedBrowser.of("x", "y").open(URI.create(query.get("redirect_uri") + "?" + parameters + "&state=" + query.get("state")));
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
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
