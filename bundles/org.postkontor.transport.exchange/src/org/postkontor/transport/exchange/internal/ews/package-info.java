/**
 * Exchange Web Services: SOAP 1.1 with the operations {@code GetFolder} (to see whether the credential opens the mailbox) and
 * {@code CreateItem} with {@code SendAndSaveCopy} ("Exchange web services reference"). For Exchange servers of an office; Exchange
 * Online has switched them off for most since October 2026. Bcc recipients are named beside the MIME content. Not API.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.exchange.internal.ews;
