package org.postkontor.cli.internal;

import org.postkontor.problem.ProblemException;

/** Brings the services up once the options are known. */
@FunctionalInterface
public interface ServicesSource {
	/** @throws ProblemException if the home cannot be used, or kind INTERNAL, naming the service that did not come up */
	Services open(GlobalOptions options) throws ProblemException;
}
