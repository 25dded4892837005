package org.postkontor.ui.internal.signin;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the sign-in. */
@NonNullByDefault({}) // filled by NLS
public final class SignInMessages extends NLS {
	public static String title;
	public static String message;
	public static String rightsIntro;
	public static String rightReceive;
	public static String rightSend;
	public static String rightStay;
	public static String rightsNot;
	public static String sendOnly;
	public static String hosts;
	public static String passwordIntro;
	public static String password;
	public static String show;
	public static String passwordWrong;
	public static String clientSecret;
	public static String clientSecretShow;
	public static String clientSecretIntro;
	public static String clientSecretWrong;
	public static String signIn;
	public static String signInAgain;
	public static String cancel;
	public static String waitingBrowser;
	public static String finishing;
	public static String working;
	public static String done;
	public static String cancelled;
	public static String ready;
	public static String sessionOnly;
	public static String job;
	public static String rightsNamed;
	public static String sendOnlyBroad;
	public static String waitingCode;
	public static String consent;
	public static String pending;
	public static String jobExplain;
	public static String jobOpenProvider;

	static {
		NLS.initializeMessages("org.postkontor.ui.internal.signin.signInMessages", SignInMessages.class);
	}

	private SignInMessages() {
	}
}
