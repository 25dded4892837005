package org.postkontor.ui.internal.prompt;

import java.util.concurrent.CompletableFuture;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt.BrowserRequest;
import org.postkontor.auth.SignInPrompt.ClientSecretRequest;
import org.postkontor.auth.SignInPrompt.DeviceCode;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;

/** Where a running sign-in shows itself. Called on the user interface's thread. */
public interface SignInSurface {
	/** @param opened false if the user has to open the link */
	void showLink(BrowserRequest request, boolean opened);

	void showCode(DeviceCode code);

	/** @param answer completed with what the user enters; cancelled if nobody answers */
	void askPassword(boolean retry, CompletableFuture<Secret> answer);

	/** @param answer completed with the secret of the registered application; cancelled if nobody answers */
	void askClientSecret(ClientSecretRequest request, CompletableFuture<Secret> answer);

	/** @param answer completed with what the user decides; cancelled if nobody answers */
	void askOtherUser(OtherUser other, CompletableFuture<UserDecision> answer);

	/** @param answer whether the servers may get the credentials of this sign-in; cancelled if nobody answers */
	void askHosts(ForeignHosts foreign, CompletableFuture<Boolean> answer);

	void showFinishing();
}
