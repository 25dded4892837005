/**
 * What can go wrong, said once for everybody.
 * <p>
 * A {@link org.postkontor.problem.Problem} is data: an id of the catalogue, the {@link org.postkontor.problem.ProblemKind
 * kind} that behaviour branches on, who can fix it, the one action to offer, and the named values and details that
 * belong to this occurrence. It travels in a {@link org.postkontor.problem.ProblemException} or inside a sealed result.
 * <p>
 * Texts (German and English) are looked up by id in {@link org.postkontor.problem.ProblemTexts}; nothing ever branches
 * on a text. Other bundles add texts by the extension point {@code org.postkontor.problem.texts}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.problem;
