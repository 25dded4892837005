/**
 * Work off the user interface's thread. An {@link org.postkontor.ui.internal.operation.Operation} is plain and
 * synchronous; {@link org.postkontor.ui.internal.operation.Background} runs it and brings the result back. Tests run it directly.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.operation;
