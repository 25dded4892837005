/**
 * A mail as frozen bytes. {@link org.postkontor.message.MessageComposer} turns a {@link org.postkontor.message.Draft}
 * into an {@link org.postkontor.message.OutgoingMessage}: RFC 5322 bytes with CRLF lines, Message-ID, Date and envelope
 * that never change again, whatever happens on the way. Bcc is in the envelope only. {@link org.postkontor.message.ReceivedHeaders}
 * reads received mails without trusting them.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.message;
