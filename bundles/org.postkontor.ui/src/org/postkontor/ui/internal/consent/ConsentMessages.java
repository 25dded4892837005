package org.postkontor.ui.internal.consent;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the administrator's consent. */
@NonNullByDefault({}) // filled by NLS
public final class ConsentMessages extends NLS {
	public static String title;
	public static String message;
	public static String loading;
	public static String rights;
	public static String grant;
	public static String grantHint;
	public static String ask;
	public static String askHint;
	public static String letter;
	public static String letterLanguage;
	public static String german;
	public static String english;
	public static String writeMail;
	public static String copyText;
	public static String copyLink;
	public static String asked;
	public static String granted;
	public static String notGranted;
	public static String pending;
	public static String working;
	public static String cancelled;
	public static String signIn;
	public static String jobLoad;
	public static String jobGrant;
	public static String jobAwait;
	public static String letterSubject;
	public static String letterBody;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.consent.consentMessages", ConsentMessages.class);
	}

	private ConsentMessages() {
	}
}
