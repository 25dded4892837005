/**
 * Sending over HTTPS: Microsoft Graph ({@code graph}) and Exchange Web Services ({@code ews}) behind the transport SPI.
 * <p>
 * Both take a whole mail as base64 in one request, know no envelope, see the credential together with the mail, and file the
 * copy by themselves. The request is streamed; the moment before its last bytes is the boundary. What an answer means is
 * decided once, in {@link org.postkontor.transport.exchange.internal.Meaning}, by status and response code; the catalogue of
 * problems only chooses the words. Settings of an account: host and port of its endpoint, the mailbox of its binding (another
 * than the principal's is a shared one). Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.exchange.internal;
