package org.postkontor.launch;

/**
 * Which servers the demo talks to.
 *
 * @param module  below {@code tests}, without the prefix
 * @param program the class that runs them
 */
record Servers(String module, String program) {
	/** Everything on this machine and made for it. */
	static final Servers DEMO = new Servers("demo", "org.postkontor.demo.DemoWorld");
	/** The same with Dovecot and Postfix. */
	static final Servers REAL = new Servers("it.servers", "org.postkontor.it.servers.RealWorld");
}
