package org.postkontor.message;

import java.time.Instant;

/**
 * A mail that will never change again.
 *
 * @param messageId with angle brackets
 * @param date      of the Date header
 * @param subject   decoded, for lists
 * @param size      bytes of {@code content}: RFC 5322, every line ends with CRLF, no line over 998 bytes, no Bcc
 * @param sha256    of the content, lower-case hex
 */
public record OutgoingMessage(String messageId, Instant date, String subject, Envelope envelope, long size, String sha256, FrozenContent content) {
}
