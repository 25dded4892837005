package org.postkontor.inbox;

import java.time.Instant;
import java.util.Optional;

import org.postkontor.account.AccountId;

/**
 * A received mail in the local store. Texts are decoded and safe to show.
 *
 * @param id   of the local store, per home
 * @param uid  of the server
 */
public record InboxEntry(long id, AccountId account, String uid, String messageId, String from, String to, String subject, Optional<Instant> date,
		Instant received, long size) {
}
