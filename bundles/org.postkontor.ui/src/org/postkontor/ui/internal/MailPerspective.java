package org.postkontor.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.postkontor.ui.UiIds;

/** Accounts on the left, inbox (with the sign-ins behind it) above outbox on the right. */
public final class MailPerspective implements IPerspectiveFactory {
	private static final float ACCOUNTS_SHARE = 0.40f;
	private static final float INBOX_SHARE = 0.58f;

	@Override
	public void createInitialLayout(@Nullable IPageLayout layout) {
		if (layout == null) {
			return;
		}
		layout.setEditorAreaVisible(false);
		layout.addView(UiIds.ACCOUNTS_VIEW, IPageLayout.LEFT, ACCOUNTS_SHARE, layout.getEditorArea());
		IFolderLayout upper = layout.createFolder("org.postkontor.ui.folders.upper", IPageLayout.TOP, INBOX_SHARE, layout.getEditorArea());
		upper.addView(UiIds.INBOX_VIEW);
		upper.addView(UiIds.SIGN_INS_VIEW);
		layout.addView(UiIds.OUTBOX_VIEW, IPageLayout.BOTTOM, INBOX_SHARE, UiIds.INBOX_VIEW);
		layout.addShowViewShortcut(UiIds.ACCOUNTS_VIEW);
		layout.addShowViewShortcut(UiIds.INBOX_VIEW);
		layout.addShowViewShortcut(UiIds.OUTBOX_VIEW);
		layout.addShowViewShortcut(UiIds.SIGN_INS_VIEW);
	}
}
