/**
 * The outbox: mails that are accepted are never lost and never sent twice without a decision.
 * <p>
 * {@link org.postkontor.outbox.Outbox#submit} returns only after bytes, envelope and state are on disk. Each account has
 * a lane; one process at a time drains (an operating system lock), any process may submit. A mail walks through
 * {@link org.postkontor.outbox.MailState}; every transition is durable before its effect. The moment of handing over is
 * BOUNDARY; a mail found there after a crash is IN_DOUBT and waits for a decision, or for the
 * {@link org.postkontor.outbox.DoubtPolicy} that was recorded for its account.
 * <p>
 * {@link org.postkontor.outbox.SendOptions} say when a mail goes and which goes first: not before a time, not after a
 * deadline, after a moment to think twice. Until the final dot a mail can be held, edited, scheduled, sent at once or
 * removed; the state machine, not the caller, says when it is too late.
 * <p>
 * {@link org.postkontor.outbox.TransmissionLog} tells, also afterwards, what happened to each mail and what the servers
 * answered; its export is described in {@code docs/transmission-log.md}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.outbox;
