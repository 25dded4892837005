/**
 * Received mail: incremental sync into a local store, one file per mail and an index in SQLite. Receiving is exclusive
 * per account across processes. A mail is listed only after its bytes are on disk. {@link org.postkontor.inbox.Inbox#watch}
 * receives for as long as somebody wants; between two syncs it holds a connection but not the account.
 * {@link org.postkontor.inbox.InboxUpdater} does that for all accounts while a window is open.
 * <p>
 * Mails stay on the server, unless a POP3 account says otherwise ({@link org.postkontor.account.LeaveOnServer}). Then a mail is deleted
 * there only after its bytes and its row are durable here and the bytes have been read once more, and only if it has the UIDL under which
 * it came from this very mailbox, which it has without a break. A mail that any program took from the server stays here; nothing is ever
 * deleted here. What the server failed to delete it still lists, so the next sync tries again; if its answer was not a plain yes, it is
 * compared by its bytes before that.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.inbox;
