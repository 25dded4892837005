/** The product: application, window, branding. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.app;
