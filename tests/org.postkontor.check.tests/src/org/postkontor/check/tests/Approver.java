package org.postkontor.check.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.testkit.idp.ScriptedBrowser;

/** Signs in as Anna; approves servers only if told so. */
final class Approver implements SignInPrompt {
	final List<ForeignHosts> asked = new ArrayList<>();
	int opened;
	private final boolean approves;

	Approver(boolean approves) {
		this.approves = approves;
	}

	@Override
	public boolean approveHosts(ForeignHosts foreign) {
		asked.add(foreign);
		return approves;
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		opened++;
		Thread.ofVirtual().start(() -> {
			try {
				ScriptedBrowser.of(AutoconfigAttack.ANNA, "annas-password").signIn(request.url());
			} catch (IOException e) {
				throw new IllegalStateException(e);
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
