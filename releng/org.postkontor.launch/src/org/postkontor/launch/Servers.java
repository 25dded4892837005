package org.postkontor.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Which servers the demo talks to.
 *
 * @param module  below {@code tests}, without the prefix
 * @param program the class that runs them
 * @param name    of the module
 */
record Servers(String module, String program, String name) {
	/** Everything on this machine and made for it. */
	static final Servers DEMO = new Servers("demo", "org.postkontor.demo.DemoWorld", "Postkontor Demo World");
	/** The same with Dovecot and Postfix. */
	static final Servers REAL = new Servers("it.servers", "org.postkontor.it.servers.RealWorld", "Postkontor Real Servers");

	/** Whether real servers can run on this machine; what is missing is said by the tests that are skipped. */
	static boolean realOnesRun() {
		return Project.os().equals("linux") && SystemPackages.root()
				&& Stream.of("/usr/sbin/dovecot", "/usr/sbin/postfix").allMatch(program -> Files.isExecutable(Path.of(program)));
	}
}
