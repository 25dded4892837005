package org.postkontor.auth.microsoft.internal;

/**
 * One of Microsoft's clouds.
 *
 * @param exchange  what scopes for IMAP, POP and SMTP begin with; ends with a slash
 * @param verified  false if the values are from documents only and nobody has signed in there with this program
 */
record Cloud(String id, String loginHost, String exchange, String graphHost, boolean verified) {
	/** The issuer by which accounts, branding and messages name the cloud. */
	String issuer() {
		return "https://" + loginHost;
	}

	/** What scopes for Microsoft Graph begin with. */
	String graph() {
		return "https://" + graphHost + "/";
	}
}
