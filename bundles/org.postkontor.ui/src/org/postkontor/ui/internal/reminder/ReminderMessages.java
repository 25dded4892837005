package org.postkontor.ui.internal.reminder;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts about what waits for a person. */
@NonNullByDefault({}) // filled by NLS
public final class ReminderMessages extends NLS {
	public static String waitsForOne;
	public static String waitsForMany;
	public static String waitsOneMail;
	public static String waitsMails;
	public static String waitsReceiving;
	public static String affected;
	public static String manyOneMail;
	public static String manyMails;
	public static String manyReceiving;
	public static String safe;
	public static String consent;
	public static String consents;
	public static String consentByHand;
	public static String signIn;
	public static String later;
	public static String laterHint;
	public static String checkNow;
	public static String hour;
	public static String tomorrow;
	public static String session;
	public static String bannerName;
	public static String titleSignIn;
	public static String titleEnding;
	public static String titleGranted;
	public static String endingOne;
	public static String endingMany;
	public static String granted;
	public static String showSignIns;
	public static String nothingGranted;
	public static String jobLoad;
	public static String jobSave;
	public static String jobCare;
	public static String jobCheck;
	public static String jobSnooze;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.reminder.reminderMessages", ReminderMessages.class);
	}

	private ReminderMessages() {
	}
}
