/**
 * POP3 (RFC 1939, 2449, 2595, 5034), written on the socket. The mail library's client reports a connection that is cut
 * during AUTH as a refused sign-in and a refused token as success, so it cannot be told whether a credential is bad. Mails
 * are never deleted. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal.pop3;
