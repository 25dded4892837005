package org.postkontor.ui.internal.health;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts about sign-ins and where they come from. */
@NonNullByDefault({}) // filled by NLS
public final class HealthMessages extends NLS {
	public static String tableName;
	public static String columnWho;
	public static String columnState;
	public static String columnEnd;
	public static String columnEnds;
	public static String columnProvider;
	public static String columnAccounts;
	public static String filter;
	public static String filterHint;
	public static String filterName;
	public static String detailsName;
	public static String detailsNone;
	public static String empty;
	public static String emptyHint;
	public static String emptyAction;
	public static String nothingFound;
	public static String stateValid;
	public static String stateUnknown;
	public static String stateNeeded;
	public static String stateEnding;
	public static String stateConsent;
	public static String today;
	public static String tomorrow;
	public static String inDays;
	public static String tenant;
	public static String rights;
	public static String issued;
	public static String refreshed;
	public static String used;
	public static String endUnknown;
	public static String reasonUnused;
	public static String reasonTesting;
	public static String reasonFrequency;
	public static String reasonClientSecret;
	public static String noAccount;
	public static String providerMissing;
	public static String delivered;
	public static String deliveredReplaces;
	public static String kindPassword;
	public static String kindOauth;
	public static String signInAgain;
	public static String signInOther;
	public static String refresh;
	public static String signOut;
	public static String copy;
	public static String signOutQuestion;
	public static String signOutUnused;
	public static String refreshedNow;
	public static String jobLoad;
	public static String jobSignOut;
	public static String jobRefresh;
	public static String pageDescription;
	public static String vaultEncrypted;
	public static String vaultSessionOnly;
	public static String vaultUnknown;
	public static String providers;
	public static String providersName;
	public static String providerColumn;
	public static String kindColumn;
	public static String originColumn;
	public static String product;
	public static String leftOut;
	public static String remindersRestored;
	public static String noReminders;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.health.healthMessages", HealthMessages.class);
	}

	private HealthMessages() {
	}
}
