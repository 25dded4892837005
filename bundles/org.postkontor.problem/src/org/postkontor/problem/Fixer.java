package org.postkontor.problem;

/** Who can do something about a problem. */
public enum Fixer {
	USER, OFFICE_IT, PROVIDER, TIME, DEVELOPER
}
