/** How {@code org.postkontor.auth.oauth} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.oauth.internal;
