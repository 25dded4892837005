package org.postkontor.example.tests;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;

/** Types a ticket; an empty one is to cancel. */
record TicketPerson(String ticket) implements SignInPrompt {
	@Override
	public Secret askPassword(PasswordRequest request) {
		return Secret.of(ticket);
	}

	@Override
	public void openBrowser(BrowserRequest request) {
		throw new AssertionError("tickets need no browser");
	}

	@Override
	public void showDeviceCode(DeviceCode code) {
		throw new AssertionError("tickets need no other device");
	}

	@Override
	public void done() {
		// nothing is shown here
	}

	@Override
	public String toString() {
		return "TicketPerson";
	}
}
