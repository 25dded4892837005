package org.postkontor.ui.internal.inbox;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the inbox. */
@NonNullByDefault({}) // filled by NLS
public final class InboxMessages extends NLS {
	public static String columnFrom;
	public static String columnSubject;
	public static String columnDate;
	public static String columnSize;
	public static String columnAccount;
	public static String sync;
	public static String empty;
	public static String emptyHint;
	public static String emptyNoAccount;
	public static String previewNone;
	public static String previewTo;
	public static String noSubject;
	public static String jobLoad;
	public static String jobRead;
	public static String jobSync;
	public static String received;
	public static String nothingNew;
	public static String tableName;
	public static String previewName;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.inbox.inboxMessages", InboxMessages.class);
	}

	private InboxMessages() {
	}
}
