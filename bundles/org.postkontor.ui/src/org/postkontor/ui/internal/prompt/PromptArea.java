package org.postkontor.ui.internal.prompt;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt.BrowserRequest;
import org.postkontor.auth.SignInPrompt.ClientSecretRequest;
import org.postkontor.auth.SignInPrompt.DeviceCode;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;

/**
 * What a person sees while a provider is waited for: what to do in the browser, the link, a code for another device, a field
 * for the address that the browser ended at. Each way leads to the others.
 */
public final class PromptArea implements SignInSurface {
	private static final int WIDTH = 460;

	private final UiContext context;
	private final Composite composite;
	private Optional<Consumer<Boolean>> restart = Optional.empty();
	private Optional<Composite> content = Optional.empty();

	public PromptArea(Composite parent, UiContext context) {
		this.context = context;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		hide();
	}

	public Control control() {
		return composite;
	}

	/** Whether something is shown now, even if its window is not. */
	public boolean isShown() {
		return !((GridData) composite.getLayoutData()).exclude;
	}

	/** Offers to start again with a code for another device (true) or with the browser (false). */
	public void onRestart(Consumer<Boolean> task) {
		restart = Optional.of(task);
	}

	/** Forgets link and code, too. */
	public void hide() {
		if (!composite.isDisposed()) {
			content.ifPresent(Composite::dispose);
			content = Optional.empty();
			new Visible(false).of(composite);
		}
	}

	@Override
	public void showLink(BrowserRequest request, boolean opened) {
		if (composite.isDisposed()) {
			return;
		}
		Composite area = begin();
		new Paragraph(WIDTH).in(area, PromptMessages.browserSteps);
		new LinkField(area, request.url(), opened);
		PasteField paste = new PasteField(area, context, request.pasted());
		Composite ways = ways(area);
		if (opened) {
			way(ways, PromptMessages.wayAgain, () -> open(request.url()));
		}
		restart.ifPresent(task -> way(ways, PromptMessages.wayCode, () -> task.accept(true)));
		way(ways, PromptMessages.wayPaste, paste::show);
		show();
	}

	@Override
	public void showCode(DeviceCode code) {
		if (composite.isDisposed()) {
			return;
		}
		Composite area = begin();
		new DeviceCodeArea(area, code, this::open);
		Composite ways = ways(area);
		restart.ifPresent(task -> way(ways, PromptMessages.wayBrowser, () -> task.accept(false)));
		show();
	}

	/** No password is asked for here. */
	@Override
	public void askPassword(boolean retry, CompletableFuture<Secret> answer) {
		answer.cancel(false);
	}

	/** Nor a secret of the application: what is checked here has none. */
	@Override
	public void askClientSecret(ClientSecretRequest request, CompletableFuture<Secret> answer) {
		answer.cancel(false);
	}

	@Override
	public void askOtherUser(OtherUser other, CompletableFuture<UserDecision> answer) {
		if (composite.isDisposed()) {
			answer.cancel(false);
			return;
		}
		OtherUserDialog dialog = new OtherUserDialog(composite.getShell(), other, answer);
		answer.whenComplete((decision, stopped) -> context.background().ui().execute(dialog::close));
		dialog.open();
	}

	@Override
	public void askHosts(ForeignHosts foreign, CompletableFuture<Boolean> answer) {
		if (composite.isDisposed()) {
			answer.cancel(false);
			return;
		}
		ForeignHostsDialog dialog = new ForeignHostsDialog(composite.getShell(), foreign, answer);
		answer.whenComplete((approved, stopped) -> context.background().ui().execute(dialog::close));
		dialog.open();
	}

	@Override
	public void showFinishing() {
		hide();
	}

	private Composite begin() {
		hide();
		Composite area = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
		content = Optional.of(area);
		return area;
	}

	private void show() {
		new Visible(true).of(composite);
		new GrowingShell(composite).fit();
	}

	private void open(URI page) {
		context.background().startQuietly(PromptMessages.jobOpen, monitor -> context.services().browser().open(page), opened -> {
		}, context.problems()::show);
	}

	private static Composite ways(Composite area) {
		Composite ways = new Composite(area, SWT.NONE);
		RowLayoutFactory.fillDefaults().margins(0, 0).spacing(6).wrap(true).applyTo(ways);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(ways);
		return ways;
	}

	private static void way(Composite ways, String label, Runnable task) {
		Button button = new Button(ways, SWT.PUSH);
		button.setText(label);
		button.addListener(SWT.Selection, e -> task.run());
	}
}
