/**
 * Proof that the outbox neither loses nor doubles a mail: {@code ./test --crash [kills]}.
 * <p>
 * {@link org.postkontor.reliability.Kills} ends processes of the product with SIGKILL, at moments that a seed chooses, while
 * they submit and send over real sockets to {@link org.postkontor.reliability.Servers}, which live on and count. The next
 * process goes on in the same home. {@link org.postkontor.reliability.Autopsy} tells where the mail stood that was on its
 * way; {@link org.postkontor.fakes.Invariants} has the rules. {@link org.postkontor.reliability.cut} cuts the line after each byte,
 * {@link org.postkontor.reliability.mutation} makes known mistakes on purpose. {@code docs/reliability.md} is written from what
 * came out.
 */
package org.postkontor.reliability;
