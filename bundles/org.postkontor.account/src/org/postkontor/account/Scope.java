package org.postkontor.account;

/** Whose account it is: the office's own, or one of an employee. */
public enum Scope {
	OFFICE, EMPLOYEE
}
