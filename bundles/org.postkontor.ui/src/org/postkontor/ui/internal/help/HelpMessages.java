package org.postkontor.ui.internal.help;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the help. */
@NonNullByDefault({}) // filled by NLS
public final class HelpMessages extends NLS {
	public static String job;
	public static String page;
	public static String noBrowserTitle;
	public static String noBrowser;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.help.helpMessages", HelpMessages.class);
	}

	private HelpMessages() {
	}
}
