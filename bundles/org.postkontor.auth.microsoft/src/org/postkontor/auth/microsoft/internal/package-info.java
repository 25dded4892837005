/**
 * How {@code org.postkontor.auth.microsoft} does its work. Not API. MSAL builds token requests and keeps its cache; browser,
 * loopback receiver, waiting for a device code, and the meaning of errors are ours, since MSAL loses the provider's error and
 * remembers refusals for the whole VM.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.microsoft.internal;
