/** The account test as the user sees it: a tree of steps that fills while it runs, what helps, a report to copy. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.check;
