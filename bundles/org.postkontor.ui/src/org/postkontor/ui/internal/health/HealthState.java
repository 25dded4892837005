package org.postkontor.ui.internal.health;

import org.postkontor.ui.internal.Icon;

/** How a sign-in stands, worst last. */
public enum HealthState {
	VALID(Icon.OK), UNKNOWN(Icon.QUESTION), ENDING(Icon.WARNING), CONSENT_PENDING(Icon.WAITING), NEEDED(Icon.ERROR);

	private final Icon icon;

	HealthState(Icon icon) {
		this.icon = icon;
	}

	public Icon icon() {
		return icon;
	}
}
