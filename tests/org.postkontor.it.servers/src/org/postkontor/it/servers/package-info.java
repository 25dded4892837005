/**
 * Real servers for tests and demos, each a process of its own on free loopback ports.
 * <p>
 * {@link org.postkontor.it.servers.Premises} is the folder they live in: it starts them, and whatever becomes of the
 * virtual machine that opened it, they end with it and the folder goes. {@link org.postkontor.it.servers.FreePorts}
 * finds the ports.
 */
package org.postkontor.it.servers;
