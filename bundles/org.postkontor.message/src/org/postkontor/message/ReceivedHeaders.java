package org.postkontor.message;

import java.time.Instant;
import java.util.Optional;

/** Headers of a received mail as shown in lists: decoded (RFC 2047), control characters removed, lengths capped. */
public record ReceivedHeaders(String messageId, String from, String to, String subject, Optional<Instant> date) {
}
