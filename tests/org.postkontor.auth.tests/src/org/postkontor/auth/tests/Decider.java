package org.postkontor.auth.tests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;

/** A person who decides what to do when somebody else signed in. */
final class Decider implements SignInPrompt {
	final List<OtherUser> asked = new ArrayList<>();
	private final Deque<UserDecision> decisions = new ArrayDeque<>();

	Decider(UserDecision... decisions) {
		this.decisions.addAll(List.of(decisions));
	}

	@Override
	public UserDecision otherUser(OtherUser other) {
		asked.add(other);
		return decisions.size() > 1 ? decisions.poll() : decisions.element(); // the last one again and again
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
	public Secret askPassword(PasswordRequest request) {
		throw new AssertionError("no password expected");
	}

	@Override
	public void done() {
		// nothing to close
	}
}
