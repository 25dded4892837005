/**
 * A real browser without a window, for what only a real one can prove: Debian's Chromium, spoken to through its
 * DevTools protocol. {@link org.postkontor.testkit.browser.Chromium} is the process with a profile of its own,
 * {@link org.postkontor.testkit.browser.BrowserPage} what a person sees and does. Nothing is downloaded, and nothing
 * outside this machine is asked for.
 */
package org.postkontor.testkit.browser;
