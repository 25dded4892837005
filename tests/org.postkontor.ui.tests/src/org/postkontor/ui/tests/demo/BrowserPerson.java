package org.postkontor.ui.tests.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.ui.internal.signin.BrowserOpener;

/** In place of the system browser: a person who signs in at the page that the product opens. */
public final class BrowserPerson implements BrowserOpener {
	private final ScriptedBrowser browser;
	private final CompletableFuture<BrowserResult> seen = new CompletableFuture<>();

	public BrowserPerson(String user, String password) {
		browser = ScriptedBrowser.of(user, password);
	}

	/** The page that the browser shows in the end. */
	public CompletableFuture<BrowserResult> seen() {
		return seen;
	}

	@Override
	public boolean open(URI link) {
		seen.completeAsync(() -> signIn(link));
		return true;
	}

	private BrowserResult signIn(URI link) {
		try {
			return browser.signIn(link);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
