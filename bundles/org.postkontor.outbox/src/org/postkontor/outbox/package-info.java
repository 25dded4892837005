/**
 * The outbox: mails that are accepted are never lost and never sent twice without a decision.
 * <p>
 * {@link org.postkontor.outbox.Outbox#submit} returns only after bytes, envelope and state are on disk. Each account has
 * a lane; one process at a time drains (an operating system lock), any process may submit. A mail walks through
 * {@link org.postkontor.outbox.MailState}; every transition is durable before its effect. The moment of handing over is
 * BOUNDARY; a mail found there after a crash is IN_DOUBT and waits for a decision.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.outbox;
