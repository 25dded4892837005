/** How the services of {@code org.postkontor.account} are made. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.account.internal;
