package org.postkontor.auth.microsoft.tests;

import java.io.IOException;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** Signs in on a thread of its own, as a browser does, at the pages behind Microsoft's addresses. */
final class BrowserPerson implements SignInPrompt {
	private final MicrosoftWorld world;
	private final ScriptedBrowser browser;

	BrowserPerson(MicrosoftWorld world, ScriptedBrowser browser) {
		this.world = world;
		this.browser = browser;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		world.opened.add(request);
		Thread.ofVirtual().start(() -> {
			try {
				browser.signIn(world.idp.page(request.url()));
			} catch (IOException | RuntimeException e) {
				world.browserFailures.add(e);
			}
		});
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError("no device code expected");
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError("no password expected");
	}

	@Override
	public void done() {
		// nothing to close
	}
}
