/**
 * Microsoft Graph: {@code sendMail} with the mail as MIME (Graph documentation, "user: sendMail", "Outlook: send MIME
 * message"). Graph saves the copy in Sent by itself in this form, and delivers to whom To, Cc and Bcc name. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.exchange.internal.graph;
