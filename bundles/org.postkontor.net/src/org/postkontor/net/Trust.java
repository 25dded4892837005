package org.postkontor.net;

/** Which certificate authorities count for a connection. */
public enum Trust {
	/** The JDK's authorities only: public identity providers. */
	PUBLIC,
	/** The JDK's authorities and the office's own: mail servers, autoconfig servers and on-premises identity providers. */
	OFFICE
}
