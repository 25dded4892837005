package org.postkontor.ui.internal.transmission;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the transmission log's window; those of its lines come from the outbox. */
@NonNullByDefault({}) // filled by NLS
public final class TransmissionMessages extends NLS {
	public static String title;
	public static String message;
	public static String noSubject;
	public static String recipients;
	public static String tableName;
	public static String columnTime;
	public static String columnWhat;
	public static String columnServer;
	public static String columnAnswer;
	public static String copy;
	public static String save;
	public static String close;
	public static String copied;
	public static String saved;
	public static String fileName;
	public static String asPage;
	public static String forPrograms;
	public static String jobRead;
	public static String jobSave;
	public static String show;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.transmission.transmissionMessages", TransmissionMessages.class);
	}

	private TransmissionMessages() {
	}
}
