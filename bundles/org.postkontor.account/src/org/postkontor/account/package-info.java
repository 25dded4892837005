/**
 * The account model: what an account is, and where accounts are kept. No network, no secret, no sign-in.
 * <p>
 * An {@link org.postkontor.account.Account} has {@link org.postkontor.account.Endpoint endpoints} (protocol, server,
 * direction); each endpoint is bound to a way to authenticate by an {@link org.postkontor.account.AuthBinding}, since
 * receiving and sending may differ. The principal of a binding is who signs in; its mailbox is what is used. A POP3 endpoint says how
 * long mails stay on its server ({@link org.postkontor.account.LeaveOnServer}): always, unless somebody has decided otherwise.
 * <p>
 * {@link org.postkontor.account.AccountRegistry} keeps one JSON file per account below
 * {@link org.postkontor.account.Home}. The application (or the embedding suite) registers {@code Home} as an OSGi
 * service at start; everything that keeps data waits for it.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.account;
