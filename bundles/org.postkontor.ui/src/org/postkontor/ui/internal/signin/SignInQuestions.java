package org.postkontor.ui.internal.signin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt.BrowserRequest;
import org.postkontor.auth.SignInPrompt.ClientSecretRequest;
import org.postkontor.auth.SignInPrompt.DeviceCode;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.ui.internal.prompt.PromptArea;
import org.postkontor.ui.internal.prompt.SignInSurface;

/**
 * What a running sign-in asks, in the places where the pane has them: secrets in the field, all else in the area below. Keeps
 * no secret after the sign-in. What comes when nothing runs any more is not asked.
 */
final class SignInQuestions implements SignInSurface {
	private final PasswordField field;
	private final PromptArea prompts;
	private final BooleanSupplier running;
	private final Consumer<String> say;
	private Optional<CompletableFuture<Secret>> asked = Optional.empty();
	private boolean byPassword;
	private boolean used;

	/**
	 * @param running false once the sign-in has ended, or its window is gone
	 * @param say     told what to do now, in words
	 */
	SignInQuestions(PasswordField field, PromptArea prompts, BooleanSupplier running, Consumer<String> say) {
		this.field = field;
		this.prompts = prompts;
		this.running = running;
		this.say = say;
	}

	/** Before a sign-in. @param password whether the account is signed in by password, so that it can be typed at once */
	void prepare(boolean password) {
		byPassword = password;
		field.ask(SignInMessages.password, SignInMessages.show);
		field.setVisible(password);
		prompts.hide();
	}

	/** A sign-in begins: a password that was typed before counts once. */
	void begin() {
		used = false;
	}

	/** A sign-in has ended. */
	void end() {
		asked = Optional.empty();
		prompts.hide();
	}

	void cancel() {
		asked.ifPresent(answer -> answer.cancel(false));
	}

	/** Whether a secret is waited for. */
	boolean isAsked() {
		return asked.isPresent();
	}

	/** Gives what was typed to who asked for it. */
	void answer() {
		asked.ifPresent(this::answer);
	}

	private void answer(CompletableFuture<Secret> answer) {
		asked = Optional.empty();
		used = true;
		answer.complete(field.secret());
		field.setVisible(byPassword);
		say.accept(SignInMessages.working);
	}

	@Override
	public void showLink(BrowserRequest request, boolean opened) {
		if (running.getAsBoolean()) {
			prompts.showLink(request, opened);
			say.accept(SignInMessages.waitingBrowser);
		}
	}

	@Override
	public void showCode(DeviceCode code) {
		if (running.getAsBoolean()) {
			prompts.showCode(code);
			say.accept(SignInMessages.waitingCode);
		}
	}

	@Override
	public void askPassword(boolean retry, CompletableFuture<Secret> answer) {
		if (!running.getAsBoolean()) {
			answer.cancel(false);
		} else if (!used && !retry && !field.isEmpty()) {
			answer(answer);
		} else {
			field.ask(SignInMessages.password, SignInMessages.show);
			ask(retry ? SignInMessages.passwordWrong : SignInMessages.passwordIntro, answer);
		}
	}

	@Override
	public void askClientSecret(ClientSecretRequest request, CompletableFuture<Secret> answer) {
		if (!running.getAsBoolean()) {
			answer.cancel(false);
		} else {
			field.ask(SignInMessages.clientSecret, SignInMessages.clientSecretShow);
			ask(NLS.bind(request.retry() ? SignInMessages.clientSecretWrong : SignInMessages.clientSecretIntro, request.clientId(), request.issuer()), answer);
		}
	}

	private void ask(String text, CompletableFuture<Secret> answer) {
		asked = Optional.of(answer);
		field.setVisible(true);
		field.clear();
		say.accept(text);
		field.setFocus();
	}

	@Override
	public void askOtherUser(OtherUser other, CompletableFuture<UserDecision> answer) {
		prompts.askOtherUser(other, answer);
	}

	@Override
	public void askHosts(ForeignHosts foreign, CompletableFuture<Boolean> answer) {
		prompts.askHosts(foreign, answer);
	}

	@Override
	public void showFinishing() {
		if (running.getAsBoolean()) {
			prompts.hide();
			say.accept(SignInMessages.finishing);
		}
	}
}
