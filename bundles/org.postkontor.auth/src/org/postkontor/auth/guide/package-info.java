/**
 * Instructions for people: how to get an app password, how to register an application, what a right means. The texts are
 * data files in German and English with the day they were last looked at; nothing branches on them.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.guide;
