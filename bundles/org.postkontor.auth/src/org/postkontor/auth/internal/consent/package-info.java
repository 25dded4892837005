/** What is remembered while an administrator's consent is awaited: a file without any secret, over restarts and for all processes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.consent;
