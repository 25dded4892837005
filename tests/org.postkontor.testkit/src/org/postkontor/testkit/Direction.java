package org.postkontor.testkit;

/** Which way bytes travel through a {@link FaultProxy} or in a transcript. */
public enum Direction {
	/** From the client to the server. */
	TO_SERVER,
	/** From the server to the client. */
	TO_CLIENT
}
