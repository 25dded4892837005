/**
 * What {@code ./run} and {@code ./test} do, once for Linux, macOS and Windows: plain Java without a library, because
 * it runs before anything was built. {@link org.postkontor.launch.Run} and {@link org.postkontor.launch.Test} are the
 * two commands; the other classes are their tools.
 */
package org.postkontor.launch;
