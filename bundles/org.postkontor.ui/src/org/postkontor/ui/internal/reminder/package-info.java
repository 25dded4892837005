/**
 * What waits for a person, said without disturbing: a notification with one button, and a line above outbox and inbox.
 * {@link org.postkontor.ui.internal.reminder.Reminders} is what there is to say, loaded anew after each change;
 * {@link org.postkontor.ui.internal.reminder.ReminderTimes} knows what the user does not want to hear now. Nothing here opens
 * a browser or takes the keyboard before a button was pressed.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.ui.internal.reminder;
