/**
 * Moving mails: the SPI for sending ({@link org.postkontor.transport.MailSender}), receiving
 * ({@link org.postkontor.transport.MailReceiver}) and the copy in Sent ({@link org.postkontor.transport.SentFolder}), and
 * its implementations for SMTP, IMAP and POP3.
 * <p>
 * A connection belongs to one endpoint, one credential and one thread at a time. TLS is verified before any credential
 * travels. The outcome of sending is a sealed {@link org.postkontor.transport.SendOutcome}; the moment of handing over is
 * announced through {@link org.postkontor.transport.HandOver} before it happens. Implementations must pass
 * {@code MailSenderContract} and {@code MailReceiverContract}.
 * <p>
 * A server that refuses a token may name the sign-in service it wants
 * ({@link org.postkontor.transport.IssuerSuggestion}): a word of the server, for a person to decide about.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport;
