package org.postkontor.ui.internal.schedule;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts about when a mail goes out. */
@NonNullByDefault({}) // filled by NLS
public final class ScheduleMessages extends NLS {
	public static String title;
	public static String message;
	public static String notBefore;
	public static String notAfter;
	public static String date;
	public static String time;
	public static String deadlineDate;
	public static String deadlineTime;
	public static String priority;
	public static String low;
	public static String normal;
	public static String high;
	public static String timePassed;
	public static String deadlinePassed;
	public static String deadlineBefore;
	public static String schedule;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.schedule.scheduleMessages", ScheduleMessages.class);
	}

	private ScheduleMessages() {
	}
}
