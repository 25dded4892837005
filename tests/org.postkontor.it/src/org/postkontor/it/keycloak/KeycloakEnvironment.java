package org.postkontor.it.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the scripts of Keycloak read from the environment: the Java of this virtual machine, a small heap, nothing of the user's own. */
final class KeycloakEnvironment {
	private KeycloakEnvironment() {
	}

	/** @param temporary folder for what it does not clean up; made if absent */
	static void on(ProcessBuilder builder, Path temporary) throws IOException {
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_") || name.equals("JAVA") || name.startsWith("DEBUG"));
		environment.put("JAVA_HOME", System.getProperty("java.home"));
		environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx256m");
		// It lives for minutes, not for days: the second compiler would only take time from the tests.
		environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 '-Djava.io.tmpdir=" + Files.createDirectories(temporary) + "'");
	}
}
