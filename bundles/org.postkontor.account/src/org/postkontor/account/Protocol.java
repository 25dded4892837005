package org.postkontor.account;

/**
 * The protocols an endpoint can speak. {@link #GRAPH} (Microsoft Graph) and {@link #EWS} (Exchange Web Services) run over
 * HTTPS; of an endpoint they use host and port.
 */
public enum Protocol {
	IMAP(Direction.RECEIVE), POP3(Direction.RECEIVE), SMTP(Direction.SEND), GRAPH(Direction.SEND), EWS(Direction.SEND);

	private final Direction direction;

	Protocol(Direction direction) {
		this.direction = direction;
	}

	public Direction direction() {
		return direction;
	}

	/** Whether it is spoken over HTTPS, so that there is no greeting and no STARTTLS. */
	public boolean isHttp() {
		return this == GRAPH || this == EWS;
	}
}
