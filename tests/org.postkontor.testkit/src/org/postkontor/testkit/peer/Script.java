package org.postkontor.testkit.peer;

import java.io.IOException;

/**
 * What a {@link ScriptedServer} does on a connection. Runs in a thread of its own; the connection is closed when it
 * returns. An exception is kept in {@link ScriptedServer#failures()}.
 */
@FunctionalInterface
public interface Script {

	void run(Conversation conversation) throws IOException;
}
