package org.postkontor.ui.internal.signin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background.Running;

/**
 * Everything of a sign-in in one place, for the wizard and the dialog: says what will be asked for, starts, shows how it
 * goes, and can be cancelled.
 */
public final class SignInPane implements SignInSurface {
	private static final int WIDTH = 460;

	private final UiContext context;
	private final Composite composite;
	private final Label intro;
	private final Label hosts;
	private final PasswordField password;
	private final Button start;
	private final Button cancel;
	private final ProgressBar bar;
	private final Label status;
	private final LinkField link;
	private final List<Runnable> listeners = new ArrayList<>();
	private Optional<Account> account = Optional.empty();
	private Optional<Account> signedIn = Optional.empty();
	private Optional<Running> running = Optional.empty();
	private Optional<CompletableFuture<Secret>> asked = Optional.empty();
	private UserChoice users = UserChoice.SUGGESTED;
	private boolean passwordUsed;

	public SignInPane(Composite parent, UiContext context) {
		this.context = context;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(composite);
		intro = wrapped();
		hosts = wrapped();
		password = new PasswordField(composite);
		start = new Button(composite, SWT.PUSH);
		start.setText(SignInMessages.signIn);
		start.setImage(new Icons(start).get(Icon.SIGN_IN));
		start.addListener(SWT.Selection, e -> start());
		cancel = new Button(composite, SWT.PUSH);
		cancel.setText(SignInMessages.cancel);
		cancel.addListener(SWT.Selection, e -> cancel());
		GridDataFactory.swtDefaults().grab(true, false).applyTo(cancel);
		bar = new ProgressBar(composite, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(bar);
		status = wrapped();
		link = new LinkField(composite);
		password.onEnter(this::start);
		composite.addListener(SWT.Dispose, e -> cancel());
		update(SignInMessages.ready);
	}

	public Control control() {
		return composite;
	}

	/** Told when a sign-in starts or ends. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** The account with its new sign-in, as soon as there is one. */
	public Optional<Account> signedIn() {
		return signedIn;
	}

	public boolean isRunning() {
		return running.isPresent();
	}

	/** Shows another account with its own user suggested; forgets what was done for the one before. */
	public void show(Account shown) {
		show(shown, UserChoice.SUGGESTED);
	}

	/** The same with the choice which user the provider's page is to offer. */
	public void show(Account shown, UserChoice whom) {
		users = whom;
		cancel();
		account = Optional.of(shown);
		signedIn = Optional.empty();
		boolean byPassword = shown.endpoints().stream()
				.allMatch(e -> context.services().providers().description(e.auth().provider()).map(d -> "password".equals(d.kind())).orElse(false));
		intro.setText(byPassword ? SignInMessages.passwordIntro : RightsText.of(shown).text());
		hosts.setText(NLS.bind(SignInMessages.hosts, shown.endpoints().stream().map(Endpoint::host).distinct().collect(Collectors.joining(", "))));
		password.setVisible(byPassword);
		link.hide();
		update(SignInMessages.ready);
	}

	/** Where typing goes first. */
	public void setFocus() {
		if (!password.setFocus()) {
			start.setFocus();
		}
	}

	public void cancel() {
		running.ifPresent(Running::cancel);
		asked.ifPresent(a -> a.cancel(false));
	}

	private void start() {
		if (asked.isPresent()) {
			answer(asked.get());
			return;
		}
		if (account.isEmpty() || isRunning()) {
			return;
		}
		Account wanted = account.get();
		passwordUsed = false;
		Set<Direction> directions = RightsText.of(wanted).directions();
		running = Optional.of(context.background().start(NLS.bind(SignInMessages.job, wanted.address()),
				monitor -> context.services().broker().signIn(wanted, directions, users, prompt(monitor), monitor),
				UiContext.whileAlive(composite, this::succeeded), UiContext.whileAlive(composite, this::failed)));
		update(SignInMessages.working);
	}

	private SignInPrompt prompt(IProgressMonitor monitor) {
		return new JfaceSignInPrompt(context.background().ui(), context.services().browser(), this, monitor);
	}

	private void succeeded(Account account) {
		running = Optional.empty();
		signedIn = Optional.of(account);
		link.hide();
		password.clear();
		String who = account.endpoints().stream().map(e -> e.auth().principal()).findFirst().orElse(account.address().toString());
		boolean volatileVault = context.services().vault().state() == TokenVault.State.SESSION_ONLY;
		update(NLS.bind(SignInMessages.done, who) + (volatileVault ? "\n" + SignInMessages.sessionOnly : ""));
	}

	private void failed(Problem problem) {
		running = Optional.empty();
		asked = Optional.empty();
		link.hide();
		if (problem.kind() == ProblemKind.CANCELLED) {
			update(SignInMessages.cancelled);
			return;
		}
		ProblemTexts texts = context.services().texts();
		update(texts.title(problem, Locale.getDefault()) + "\n" + texts.explanation(problem, Locale.getDefault()));
		context.problems().show(problem, Optional.of(this::start));
	}

	@Override
	public void showLink(URI page, boolean opened) {
		if (!composite.isDisposed() && isRunning()) {
			link.showLink(page, opened ? SignInMessages.linkHint : SignInMessages.noBrowser);
			update(SignInMessages.waitingBrowser);
		}
	}

	@Override
	public void showCode(URI page, String code) {
		if (!composite.isDisposed() && isRunning()) {
			link.showCode(NLS.bind(SignInMessages.codeHint, page), code);
			update(SignInMessages.waitingBrowser);
		}
	}

	@Override
	public void askPassword(boolean retry, CompletableFuture<Secret> answer) {
		if (composite.isDisposed() || !isRunning()) {
			answer.cancel(false);
		} else if (!passwordUsed && !retry && !password.isEmpty()) {
			answer(answer);
		} else {
			asked = Optional.of(answer);
			password.setVisible(true);
			password.clear();
			update(retry ? SignInMessages.passwordWrong : SignInMessages.passwordIntro);
			password.setFocus();
		}
	}

	@Override
	public void showFinishing() {
		if (!composite.isDisposed() && isRunning()) {
			link.hide();
			update(SignInMessages.finishing);
		}
	}

	private void answer(CompletableFuture<Secret> answer) {
		asked = Optional.empty();
		passwordUsed = true;
		answer.complete(password.secret());
		update(SignInMessages.working);
	}

	private void update(String text) {
		if (composite.isDisposed()) {
			return;
		}
		status.setText(text.replace("&", "&&"));
		start.setText(signedIn.isPresent() ? SignInMessages.signInAgain : SignInMessages.signIn);
		start.setEnabled(!isRunning() || asked.isPresent());
		cancel.setEnabled(isRunning());
		bar.setVisible(isRunning() && asked.isEmpty());
		composite.layout(true, true);
		listeners.forEach(Runnable::run);
	}

	private Label wrapped() {
		Label label = new Label(composite, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
