/**
 * The demo world: an identity provider, a mail server and a settings directory on free loopback ports, in a JVM of
 * its own that shares no class with the product.
 * <p>
 * {@link org.postkontor.demo.DemoWorld} runs it: {@code java -cp 'target/lib/*:target/<jar>'
 * org.postkontor.demo.DemoWorld --dir DIR}. It writes {@code DIR/ca.pem} (a certificate, never a key),
 * {@code DIR/branding.json} (what the product reads) and {@code DIR/demo.json} (what tests and scripts read, 0600),
 * prints {@code READY}, and ends when its standard input ends or on SIGTERM.
 * {@link org.postkontor.demo.BrowserMain} signs in at its login page in place of a person.
 */
package org.postkontor.demo;
