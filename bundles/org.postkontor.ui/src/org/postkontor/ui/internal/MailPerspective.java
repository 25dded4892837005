package org.postkontor.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.postkontor.ui.UiIds;

/** Accounts on the left, inbox above outbox on the right. */
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
		layout.addView(UiIds.INBOX_VIEW, IPageLayout.TOP, INBOX_SHARE, layout.getEditorArea());
		layout.addView(UiIds.OUTBOX_VIEW, IPageLayout.BOTTOM, INBOX_SHARE, UiIds.INBOX_VIEW);
		layout.addShowViewShortcut(UiIds.ACCOUNTS_VIEW);
		layout.addShowViewShortcut(UiIds.INBOX_VIEW);
		layout.addShowViewShortcut(UiIds.OUTBOX_VIEW);
	}
}
