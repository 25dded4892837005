/** How {@code org.postkontor.cli} does its work. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.cli.internal;
