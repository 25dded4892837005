package org.postkontor.ui.internal.operation;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of background work. */
@NonNullByDefault({}) // filled by NLS
public final class OperationMessages extends NLS {
	public static String unexpected;
	public static String cancelled;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.operation.operationMessages", OperationMessages.class);
	}

	private OperationMessages() {
	}
}
