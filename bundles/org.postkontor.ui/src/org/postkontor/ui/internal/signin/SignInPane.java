package org.postkontor.ui.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.consent.ConsentOutcome;
import org.postkontor.ui.internal.guide.GuideView;
import org.postkontor.ui.internal.operation.Background.Running;
import org.postkontor.ui.internal.prompt.GrowingShell;
import org.postkontor.ui.internal.prompt.JfaceSignInPrompt;
import org.postkontor.ui.internal.prompt.PromptArea;
import org.postkontor.ui.internal.provider.ProviderChoice;

/**
 * Everything of a sign-in in one place, for the wizard and the dialog: says what will be asked for, starts, shows how it
 * goes, leads out of trouble, and can be cancelled.
 */
public final class SignInPane {
	private static final int WIDTH = 460;
	private static final int GUIDE_HEIGHT = 190;

	private final UiContext context;
	private final UserChoice users;
	private final Composite composite;
	private final ExplanationArea explanation;
	private final PasswordField password;
	private final Button start;
	private final Button cancel;
	private final ProgressBar bar;
	private final Label status;
	private final PromptArea prompts;
	private final SignInQuestions questions;
	private final List<Runnable> listeners = new ArrayList<>();
	private Optional<Account> account = Optional.empty();
	private Optional<Account> signedIn = Optional.empty();
	private Optional<Running> running = Optional.empty();
	private Optional<Boolean> restart = Optional.empty();
	private boolean pending;

	/** @param users which user the provider's page offers when the person starts */
	public SignInPane(Composite parent, UiContext context, UserChoice users) {
		this.context = context;
		this.users = users;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(composite);
		GuideView guide = new GuideView(composite, context);
		explanation = new ExplanationArea(composite, context, guide, this::askAdministrator);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(explanation.control());
		password = new PasswordField(composite);
		start = button(SignInMessages.signIn, this::start);
		start.setImage(new Icons(start).get(Icon.SIGN_IN));
		cancel = button(SignInMessages.cancel, this::cancel);
		GridDataFactory.swtDefaults().grab(true, false).applyTo(cancel);
		bar = new ProgressBar(composite, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(bar);
		status = new Paragraph(WIDTH, 2).in(composite);
		prompts = new PromptArea(composite, context);
		prompts.onRestart(this::restart);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).exclude(true).applyTo(prompts.control());
		questions = new SignInQuestions(password, prompts, () -> !composite.isDisposed() && isRunning(), this::update);
		guide.control().moveBelow(prompts.control());
		guide.onInstead(this::switchTo);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(WIDTH, GUIDE_HEIGHT).exclude(true).applyTo(guide.control());
		password.onEnter(this::start);
		guide.control().setVisible(false);
		composite.addListener(SWT.Dispose, e -> cancel());
		update(SignInMessages.ready);
	}

	public Control control() {
		return composite;
	}

	/** Told when a sign-in starts or ends, and when the account got another provider or registration. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** The account that is being signed in, as it is now. */
	public Optional<Account> account() {
		return account;
	}

	/** The account with its new sign-in, as soon as there is one. */
	public Optional<Account> signedIn() {
		return signedIn;
	}

	public boolean isRunning() {
		return running.isPresent();
	}

	/** True once an administrator was asked: the account is saved, and goes on by itself. */
	public boolean isPending() {
		return pending;
	}

	/** Shows another account; forgets what was done for the one before. */
	public void show(Account shown) {
		cancel();
		account = Optional.of(shown);
		signedIn = Optional.empty();
		questions.prepare(SignInExplanation.isByPassword(context.services(), shown));
		explanation.show(shown);
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
		questions.cancel();
	}

	private void start() {
		if (questions.isAsked()) {
			questions.answer();
		} else {
			begin(users, false);
		}
	}

	/** Ends the way that was begun, and begins with the other one when it has ended. */
	private void restart(boolean withCode) {
		restart = Optional.of(withCode);
		cancel();
	}

	private void begin(UserChoice whom, boolean withCode) {
		if (account.isEmpty() || isRunning()) {
			return;
		}
		Account wanted = account.get();
		questions.begin();
		running = Optional.of(context.background().start(NLS.bind(SignInMessages.job, wanted.address()),
				monitor -> context.services().broker().signIn(wanted, RightsText.of(wanted).directions(), whom,
						new JfaceSignInPrompt(context, questions, withCode, monitor), monitor),
				UiContext.whileAlive(composite, this::succeeded), UiContext.whileAlive(composite, this::failed)));
		update(SignInMessages.working);
	}

	private void succeeded(Account account) {
		ended();
		signedIn = Optional.of(account);
		password.clear();
		String who = account.endpoints().stream().map(e -> e.auth().principal()).findFirst().orElse(account.address().toString());
		boolean volatileVault = context.services().vault().state() == TokenVault.State.SESSION_ONLY;
		update(NLS.bind(SignInMessages.done, who) + (volatileVault ? "\n" + SignInMessages.sessionOnly : ""));
	}

	private void failed(Problem problem) {
		Optional<Boolean> next = restart;
		ended();
		if (problem.kind() == ProblemKind.CANCELLED) {
			update(SignInMessages.cancelled);
			next.ifPresent(withCode -> begin(users, withCode));
			return;
		}
		ProblemTexts texts = context.services().texts();
		update(texts.title(problem, Locale.getDefault()) + "\n" + texts.explanation(problem, Locale.getDefault()));
		context.problems().show(problem, remedy(problem).map(task -> () -> UiContext.<Runnable>whileAlive(composite, Runnable::run).accept(task)));
	}

	/** The one action of a problem, as far as it can be done here. */
	private Optional<Runnable> remedy(Problem problem) {
		return switch (problem.remedy()) {
		case CHOOSE_OTHER_USER -> Optional.of(() -> begin(UserChoice.SELECT, false));
		case REGISTER_APP -> Optional.of(this::register);
		case ASK_ADMINISTRATOR -> Optional.of(this::askAdministrator);
		case SIGN_IN, ENTER_PASSWORD, RETRY, CHECK_NETWORK, CHECK_CLOCK, UNLOCK_KEYRING, FREE_SPACE, APPROVE_HOST -> Optional.of(this::start);
		default -> Optional.empty();
		};
	}

	private void register() {
		account.flatMap(new SignInSolutions(context, composite)::register).ifPresent(this::show);
	}

	private void askAdministrator() {
		account.map(new SignInSolutions(context, composite)::askAdministrator).ifPresent(outcome -> {
			pending = outcome == ConsentOutcome.PENDING;
			if (pending) {
				update(SignInMessages.pending);
			} else if (outcome == ConsentOutcome.GRANTED) {
				begin(users, false);
			}
		});
	}

	private void switchTo(String provider) {
		account.map(new ProviderChoice(provider, Map.of())::appliedTo).ifPresent(this::show);
		setFocus();
	}

	private void ended() {
		running = Optional.empty();
		restart = Optional.empty();
		questions.end();
	}

	private void update(String text) {
		if (composite.isDisposed()) {
			return;
		}
		status.setText(text.replace("&", "&&"));
		start.setText(signedIn.isPresent() ? SignInMessages.signInAgain : SignInMessages.signIn);
		new Enabled(!isRunning() || questions.isAsked()).of(start);
		new Enabled(isRunning()).of(cancel);
		bar.setVisible(isRunning() && !questions.isAsked());
		explanation.setDetailed(!prompts.isShown());
		new GrowingShell(status).fit();
		listeners.forEach(Runnable::run);
	}

	private Button button(String label, Runnable task) {
		Button button = new Button(composite, SWT.PUSH);
		button.setText(label);
		button.addListener(SWT.Selection, e -> task.run());
		return button;
	}
}
