package org.postkontor.ui.internal.preferences;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the preference pages. */
@NonNullByDefault({}) // filled by NLS
public final class PreferenceMessages extends NLS {
	public static String accountsDescription;
	public static String add;
	public static String edit;
	public static String remove;
	public static String test;
	public static String details;
	public static String restored;
	public static String noDefaults;
	public static String nameMissing;
	public static String nameTwice;
	public static String jobApply;
	public static String outboxDescription;
	public static String undoSeconds;
	public static String undoInvalid;
	public static String keepDays;
	public static String daysInvalid;
	public static String tidyingTitle;
	public static String tidyingDays;
	public static String tidyingWithoutCopy;
	public static String tidyingExplanation;
	public static String doubtTitle;
	public static String doubtExplanation;
	public static String doubtAsk;
	public static String doubtSent;
	public static String doubtAgain;
	public static String jobPolicies;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.preferences.preferenceMessages", PreferenceMessages.class);
	}

	private PreferenceMessages() {
	}
}
