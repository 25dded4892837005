/** How {@code org.postkontor.app} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.app.internal;
