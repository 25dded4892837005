/**
 * SASL mechanisms of our own (RFC 4422): XOAUTH2, OAUTHBEARER, PLAIN and LOGIN.
 * <p>
 * The mail library's own ones lose the server's JSON error, always send an initial response, send a token again on each
 * challenge, or fall back to another mechanism. These are small objects made for one exchange and driven by the protocol
 * that uses them; nothing is registered with the VM. A new mechanism is one class more and a line in
 * {@link org.postkontor.transport.internal.sasl.MechanismChoice}. The error of OAUTHBEARER may name a sign-in service; it is
 * read as a stranger's words and contacted by nobody here. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal.sasl;
