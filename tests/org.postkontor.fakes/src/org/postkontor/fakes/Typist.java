package org.postkontor.fakes;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;

/** A person who types a password, the same whenever asked, and of whom nothing else is expected. */
public class Typist implements SignInPrompt {
	private final String password;

	public Typist(String password) {
		this.password = password;
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		return Secret.of(password);
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		throw new AssertionError("no browser expected");
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError("no device code expected");
	}

	@Override
	public void done() {
		// nothing to close
	}
}
