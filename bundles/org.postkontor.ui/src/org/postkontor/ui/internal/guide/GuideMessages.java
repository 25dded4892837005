package org.postkontor.ui.internal.guide;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of guides. */
@NonNullByDefault({}) // filled by NLS
public final class GuideMessages extends NLS {
	public static String instead;
	public static String copy;
	public static String copyable;
	public static String jobOpen;
	public static String jobGuide;
	public static String jobCheck;
	public static String registerTitle;
	public static String registerAt;
	public static String registerMessage;
	public static String apply;
	public static String cancel;
	public static String check;
	public static String stopCheck;
	public static String checking;
	public static String uncheckable;
	public static String checkPassed;
	public static String checkEnded;
	public static String checkUnknown;
	public static String findings;
	public static String mistake;
	public static String stepPassed;
	public static String stepSkipped;
	public static String stepUnknown;
	public static String stepEndpoints;
	public static String stepClientKnown;
	public static String stepClientKind;
	public static String stepRedirect;
	public static String stepRights;
	public static String stepRefresh;
	public static String generalCreate;
	public static String generalRedirect;
	public static String generalScopes;
	public static String generalClientId;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.guide.guideMessages", GuideMessages.class);
	}

	private GuideMessages() {
	}
}
