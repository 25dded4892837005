/**
 * SMTP submission (RFC 5321, 6409) on Angus Mail. The library opens the connection and speaks single commands; the
 * transaction, its journaled boundary and the meaning of every reply are ours. Outcomes follow from the phase that was
 * reached and from reply codes, never from exceptions. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal.smtp;
