package org.postkontor.account;

/** The protocols an endpoint can speak. */
public enum Protocol {
	IMAP(Direction.RECEIVE), POP3(Direction.RECEIVE), SMTP(Direction.SEND);

	private final Direction direction;

	Protocol(Direction direction) {
		this.direction = direction;
	}

	public Direction direction() {
		return direction;
	}
}
