package org.postkontor.auth.oauth.tests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.ProblemException;

/** Signs in as somebody else does, and knows client secrets. */
class SecretPerson implements SignInPrompt {
	final List<ClientSecretRequest> asked = new ArrayList<>();
	private final SignInPrompt browser;
	private final Deque<String> secrets;

	SecretPerson(SignInPrompt browser, String... secrets) {
		this.browser = browser;
		this.secrets = new ArrayDeque<>(List.of(secrets));
	}

	@Override
	public void openBrowser(BrowserRequest request) throws ProblemException {
		browser.openBrowser(request);
	}

	@Override
	public void showDeviceCode(DeviceCode code) throws ProblemException {
		browser.showDeviceCode(code);
	}

	@Override
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError("a client secret is no password");
	}

	@Override
	public Secret askClientSecret(ClientSecretRequest request) {
		asked.add(request);
		return Secret.of(secrets.isEmpty() ? "" : secrets.pop());
	}

	@Override
	public void done() {
		browser.done();
	}
}
