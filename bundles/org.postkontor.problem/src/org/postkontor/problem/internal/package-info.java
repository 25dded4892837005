/** How the services of {@code org.postkontor.problem} are made. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.problem.internal;
