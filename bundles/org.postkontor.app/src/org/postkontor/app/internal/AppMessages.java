package org.postkontor.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the application. */
@NonNullByDefault({}) // filled by NLS
public final class AppMessages extends NLS {
	public static String menuFile;
	public static String menuEdit;
	public static String menuView;
	public static String menuHelp;
	public static String windowTitle;
	public static String badArguments;
	public static String badHome;
	public static String unknownOption;
	public static String missingValue;
	public static String pathInvalid;
	public static String startFailed;
	public static String appearance;
	public static String themeNotStored;
	public static String themeSystem;
	public static String themeLight;
	public static String themeDark;
	public static String themeGroup;
	public static String newAccount;
	public static String write;
	public static String sendNow;
	public static String receive;
	public static String exit;
	public static String undo;
	public static String cut;
	public static String copy;
	public static String paste;
	public static String selectAll;
	public static String find;
	public static String preferences;
	public static String accounts;
	public static String inbox;
	public static String outbox;
	public static String signIns;
	public static String progress;
	public static String resetLayout;
	public static String helpContents;
	public static String about;

	static {
		NLS.initializeMessages("org.postkontor.app.internal.appMessages", AppMessages.class);
	}

	private AppMessages() {
	}
}
