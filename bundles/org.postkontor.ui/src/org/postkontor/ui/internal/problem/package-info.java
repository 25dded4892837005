/** Shows problems in plain words: title, explanation, one action, details to copy. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.problem;
