package org.postkontor.testkit.peer;

import org.postkontor.testkit.ServerIdentity;

/** Whether and when a scripted server speaks TLS. */
public sealed interface ServerTls {

	/** Never. */
	record None() implements ServerTls {
	}

	/** From the first byte. */
	record Implicit(ServerIdentity identity) implements ServerTls {
	}

	/** When the script says so. */
	record Upgrade(ServerIdentity identity) implements ServerTls {
	}

	static ServerTls none() {
		return new None();
	}

	static ServerTls implicit(ServerIdentity identity) {
		return new Implicit(identity);
	}

	static ServerTls upgrade(ServerIdentity identity) {
		return new Upgrade(identity);
	}
}
