package org.postkontor.ui.internal.check;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the account test. */
@NonNullByDefault({}) // filled by NLS
public final class CheckMessages extends NLS {
	public static String title;
	public static String message;
	public static String columnStep;
	public static String columnResult;
	public static String columnTime;
	public static String running;
	public static String millis;
	public static String start;
	public static String again;
	public static String copy;
	public static String testMail;
	public static String allPassed;
	public static String somethingFailed;
	public static String job;
	public static String treeName;
	public static String explanation;
	public static String issuerTitle;
	public static String issuerText;
	public static String issuerUse;
	public static String issuerCancel;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.check.checkMessages", CheckMessages.class);
	}

	private CheckMessages() {
	}
}
