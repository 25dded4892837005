/**
 * What happened to a mail, shown and saved: {@link org.postkontor.ui.internal.transmission.LogLine} puts attempts and events of
 * the transmission log in the order of time, the dialog shows them and saves them as a page or for programs.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.transmission;
