package org.postkontor.testkit.idp;

import java.net.URI;

/**
 * Where a {@link ScriptedBrowser} ended.
 *
 * @param status of the last page
 * @param page   the last page's text: what the loopback receiver showed, or where the browser stopped
 * @param uri    of the last page
 */
public record BrowserResult(int status, String page, URI uri) {
}
