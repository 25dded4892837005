package org.postkontor.cli.internal.start;

import org.postkontor.account.Branding;
import org.postkontor.account.Home;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.net.OfficeTrust;
import org.postkontor.problem.ProblemException;

/** What the global options name, opened: made and checked before any service starts. */
public record Places(Home home, Branding branding, OfficeTrust trust) {
	/** @throws ProblemException kind STORAGE or CONFIGURATION */
	static Places of(GlobalOptions options) throws ProblemException {
		throw new IllegalStateException();
	}
}
