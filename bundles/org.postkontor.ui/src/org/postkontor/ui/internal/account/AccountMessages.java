package org.postkontor.ui.internal.account;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts about accounts. */
@NonNullByDefault({}) // filled by NLS
public final class AccountMessages extends NLS {
	public static String newAccount;
	public static String newAccountMenu;
	public static String edit;
	public static String test;
	public static String signIn;
	public static String signOut;
	public static String remove;
	public static String columnName;
	public static String columnAddress;
	public static String columnServers;
	public static String columnState;
	public static String stateSignedIn;
	public static String stateSignedInSince;
	public static String statePassword;
	public static String stateNotSignedIn;
	public static String statePartly;
	public static String stateWaiting;
	public static String stateEnding;
	public static String stateConsent;
	public static String empty;
	public static String emptyHint;
	public static String tableName;
	public static String removeTitle;
	public static String removeQuestion;
	public static String removeUnsent;
	public static String removeUnsentOne;
	public static String signOutTitle;
	public static String signOutQuestion;
	public static String jobLoad;
	public static String jobRemove;
	public static String jobSignOut;
	public static String jobSave;
	public static String editTitle;
	public static String editMessage;
	public static String accountName;
	public static String senderName;
	public static String senderNameHint;
	public static String nameMissing;
	public static String servers;
	public static String protocol;
	public static String host;
	public static String port;
	public static String security;
	public static String userName;
	public static String method;
	public static String tlsImplicit;
	public static String tlsStart;
	public static String receiving;
	public static String sending;
	public static String hostMissing;
	public static String hostInvalid;
	public static String portInvalid;
	public static String userMissing;
	public static String unbindWarning;
	public static String leaveOnServer;
	public static String daysOnServer;
	public static String deletesWarning;
	public static String damagedTitle;
	public static String damagedDetails;
	public static String addReceiving;
	public static String jobReceiving;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.account.accountMessages", AccountMessages.class);
	}

	private AccountMessages() {
	}
}
