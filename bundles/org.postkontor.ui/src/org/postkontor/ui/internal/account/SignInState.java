package org.postkontor.ui.internal.account;

import org.postkontor.ui.internal.Icon;

/** How an account stands with its sign-in. */
public enum SignInState {
	SIGNED_IN(Icon.OK), PASSWORD(Icon.OK), ENDING(Icon.WARNING), CONSENT_PENDING(Icon.WAITING), PARTLY(Icon.WARNING), NOT_SIGNED_IN(Icon.WARNING), WAITING(Icon.ERROR);

	private final Icon icon;

	SignInState(Icon icon) {
		this.icon = icon;
	}

	public Icon icon() {
		return icon;
	}

	/** True if a person has to do something. */
	public boolean needsUser() {
		return this != SIGNED_IN && this != PASSWORD;
	}
}
