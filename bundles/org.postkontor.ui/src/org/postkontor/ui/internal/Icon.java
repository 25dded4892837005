package org.postkontor.ui.internal;

import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;

/** The icons of this bundle; drawn in middle tones, so that they are seen on light and dark ground. */
public enum Icon {
	ACCOUNT, ACCOUNT_ADD, EDIT, TEST, SIGN_IN, SIGN_OUT, REMOVE, REMOVE_SENT, UNDO, OUTBOX, INBOX, SEND, SEND_SELECTED, SCHEDULE, HOLD, RELEASE, SYNC, COMPOSE, OK, WARNING, ERROR,
	WAITING, RUNNING, SKIPPED, QUESTION, LOG, MAIL, ATTACHMENT, COPY, HELP, WIZARD;

	public ImageDescriptor descriptor() {
		String path = "/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
		return ImageDescriptor.createFromURL(Icon.class.getResource(path));
	}
}
