package org.postkontor.ui;

/** Ids of what this bundle contributes; stable, for perspectives and menus of suites. */
public final class UiIds {
	public static final String ACCOUNTS_VIEW = "org.postkontor.ui.views.accounts";
	public static final String OUTBOX_VIEW = "org.postkontor.ui.views.outbox";
	public static final String INBOX_VIEW = "org.postkontor.ui.views.inbox";
	public static final String SIGN_INS_VIEW = "org.postkontor.ui.views.signIns";
	public static final String ACCOUNTS_PAGE = "org.postkontor.ui.preferences.accounts";
	public static final String OUTBOX_PAGE = "org.postkontor.ui.preferences.outbox";
	public static final String SIGN_INS_PAGE = "org.postkontor.ui.preferences.signIns";
	public static final String NEW_ACCOUNT = "org.postkontor.ui.commands.newAccount";
	public static final String EDIT_ACCOUNT = "org.postkontor.ui.commands.editAccount";
	public static final String TEST_ACCOUNT = "org.postkontor.ui.commands.testAccount";
	public static final String SIGN_IN = "org.postkontor.ui.commands.signIn";
	public static final String SIGN_OUT = "org.postkontor.ui.commands.signOut";
	public static final String WRITE = "org.postkontor.ui.commands.write";
	public static final String SEND_NOW = "org.postkontor.ui.commands.sendNow";
	public static final String HOLD = "org.postkontor.ui.commands.hold";
	public static final String RELEASE = "org.postkontor.ui.commands.release";
	public static final String SEND_SELECTED = "org.postkontor.ui.commands.sendSelected";
	public static final String EDIT_MAIL = "org.postkontor.ui.commands.editMail";
	public static final String SCHEDULE = "org.postkontor.ui.commands.schedule";
	public static final String TRANSMISSION_LOG = "org.postkontor.ui.commands.transmissionLog";
	public static final String REMOVE_SENT = "org.postkontor.ui.commands.removeSent";
	public static final String DECIDE = "org.postkontor.ui.commands.decide";
	public static final String HELP = "org.postkontor.ui.commands.help";
	public static final String RECEIVE = "org.postkontor.ui.commands.receive";
	/** The workbench's own command, so that the usual key removes. */
	public static final String DELETE = "org.eclipse.ui.edit.delete";

	/** The workbench's own command, so that the usual key leads to the filter. */
	public static final String FIND = "org.eclipse.ui.edit.findReplace";

	/** The workbench's own command, so that the usual key brings back. */
	public static final String UNDO = "org.eclipse.ui.edit.undo";

	private UiIds() {
	}
}
