package org.postkontor.ui.internal.problem;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts around a problem. */
@NonNullByDefault({}) // filled by NLS
public final class ProblemMessages extends NLS {
	public static String dialogTitle;
	public static String details;
	public static String detailsFor;
	public static String copyDetails;
	public static String copied;
	public static String whoCanFix;
	public static String close;
	public static String internalTitle;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.problem.problemMessages", ProblemMessages.class);
	}

	private ProblemMessages() {
	}
}
