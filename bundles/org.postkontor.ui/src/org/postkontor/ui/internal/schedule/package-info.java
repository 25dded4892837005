/**
 * When a mail goes out, chosen by a person: {@link org.postkontor.ui.internal.schedule.ScheduleModel} holds what is chosen and
 * says what is wrong with it, the dialog shows it.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.schedule;
