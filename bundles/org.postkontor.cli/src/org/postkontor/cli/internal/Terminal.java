package org.postkontor.cli.internal;

import java.util.Optional;

import org.postkontor.auth.Secret;

/** The person in front of the process, if there is one. */
public interface Terminal {
	/** Asks without echo; empty if nobody can be asked. An empty answer is an empty secret. */
	Optional<Secret> password(String question);

	/** Asks for a line; empty if nobody can be asked. */
	Optional<String> line(String question);
}
