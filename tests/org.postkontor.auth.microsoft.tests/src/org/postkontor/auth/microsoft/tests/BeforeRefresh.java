package org.postkontor.auth.microsoft.tests;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;

/** Signs in, and lets the first refresh after that fail as for an application of the platform "single-page application". */
record BeforeRefresh(MicrosoftWorld world) implements SignInPrompt {
	@Override
	public void openBrowser(BrowserRequest request) {
		world.person(MicrosoftWorld.ANNA).openBrowser(request);
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
		world.failRefresh = true;
	}
}
