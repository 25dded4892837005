package org.postkontor.ui.internal.signin;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import org.postkontor.auth.Secret;

/** Where a running sign-in shows itself. Called on the user interface's thread. */
public interface SignInSurface {
	/** @param opened false if the user has to open the link */
	void showLink(URI link, boolean opened);

	void showCode(URI page, String code);

	/** @param answer completed with what the user enters; cancelled if nobody answers */
	void askPassword(boolean retry, CompletableFuture<Secret> answer);

	void showFinishing();
}
