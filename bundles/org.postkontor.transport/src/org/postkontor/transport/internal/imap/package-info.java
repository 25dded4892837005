/**
 * IMAP (RFC 3501) on the protocol layer of Angus Mail: one connection, opened read-only, that lists by UID, streams raw
 * mails, and files copies in Sent. The store and folder layer of the library is not used: it opens further connections by
 * itself and falls back to LOGIN. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal.imap;
