/**
 * Received mail: incremental sync into a local store, one file per mail and an index in SQLite. Receiving is exclusive
 * per account across processes. A mail is listed only after its bytes are on disk. {@link org.postkontor.inbox.Inbox#watch}
 * receives for as long as somebody wants; between two syncs it holds a connection but not the account.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.inbox;
