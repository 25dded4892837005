package org.postkontor.ui.internal.reminder;

/** For how long a reminder is to be quiet. */
public enum SnoozeTime {
	HOUR, TOMORROW,
	/** Until the program is started again. */
	SESSION
}
