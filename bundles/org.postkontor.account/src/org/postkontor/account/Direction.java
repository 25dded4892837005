package org.postkontor.account;

/** Rights, tests and servers are seen by direction. */
public enum Direction {
	RECEIVE, SEND
}
