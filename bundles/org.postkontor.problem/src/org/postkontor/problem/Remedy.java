package org.postkontor.problem;

/** The one action that a message offers; the user interface knows how to do each of them. */
public enum Remedy {
	NONE, RETRY, SIGN_IN, CHOOSE_OTHER_USER, USE_ISSUER, EDIT_ACCOUNT, EDIT_MESSAGE, ENTER_PASSWORD, REGISTER_APP, CHECK_NETWORK, CHECK_CLOCK,
	SHOW_CERTIFICATE, UNLOCK_KEYRING, FREE_SPACE, ASK_ADMINISTRATOR, UPDATE_PRODUCT, DECIDE_OUTCOME, OPEN_PROVIDER, REPORT,
	/** Let a sign-in be used at a server that is none of its provider's. */
	APPROVE_HOST
}
