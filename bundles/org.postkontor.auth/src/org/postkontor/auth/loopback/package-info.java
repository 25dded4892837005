/**
 * The receiver of a browser's redirect (RFC 8252, 7.3), for every provider that signs in with the system browser.
 * <p>
 * Life cycle: {@link org.postkontor.auth.loopback.LoopbackReceiver#open} before the browser is opened,
 * {@link org.postkontor.auth.loopback.LoopbackReceiver#await} until the answer with the right {@code state} comes, then
 * close. Other programs and other users of the machine reach the port, too: whatever does not carry the state is
 * answered and forgotten.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.loopback;
