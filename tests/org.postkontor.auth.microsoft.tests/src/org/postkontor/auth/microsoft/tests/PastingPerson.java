package org.postkontor.auth.microsoft.tests;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** Signs in in a browser on another computer, and pastes where it ended; first something else. */
final class PastingPerson implements SignInPrompt {
	final List<Boolean> taken = new CopyOnWriteArrayList<>();
	private final MicrosoftWorld world;
	private final ScriptedBrowser browser;

	PastingPerson(MicrosoftWorld world, ScriptedBrowser browser) {
		this.world = world;
		this.browser = browser;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		try {
			taken.add(request.pasted().test(request.url().toString()));
			taken.add(request.pasted().test(browser.signInElsewhere(world.idp.page(request.url())).toString()));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
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
