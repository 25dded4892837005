package org.postkontor.ui.internal.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background.Running;
import org.postkontor.ui.internal.operation.Operation;
import org.postkontor.ui.internal.prompt.GrowingShell;
import org.postkontor.ui.internal.prompt.JfaceSignInPrompt;
import org.postkontor.ui.internal.prompt.PromptArea;
import org.postkontor.ui.internal.prompt.Visible;

/** Which rights and why; two ways to get them; how it goes. */
final class ConsentPane {
	private static final Paragraph TEXT = new Paragraph(540);

	private final UiContext context;
	private final Account account;
	private final Set<Direction> directions;
	private final Composite composite;
	private final Label rights;
	private final Button grant;
	private final Button ask;
	private final Label status;
	private final PromptArea prompts;
	private final LetterPane letter;
	private final Button asked;
	private final Runnable onChange;
	private Optional<Running> running = Optional.empty();
	private ConsentOutcome outcome = ConsentOutcome.NONE;

	/** @param onChange told when the outcome is there */
	ConsentPane(Composite parent, UiContext context, Account account, Set<Direction> directions, Runnable onChange) {
		this.context = context;
		this.account = account;
		this.directions = directions;
		this.onChange = onChange;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(composite);
		rights = TEXT.in(composite);
		grant = way(ConsentMessages.grant, ConsentMessages.grantHint, this::grant);
		ask = way(ConsentMessages.ask, ConsentMessages.askHint, this::showLetter);
		status = TEXT.in(composite);
		prompts = new PromptArea(composite, context);
		letter = new LetterPane(composite, context);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(letter.control());
		new Visible(false).of(letter.control());
		asked = new Button(composite, SWT.PUSH);
		asked.setText(ConsentMessages.asked);
		asked.addListener(SWT.Selection, e -> await());
		GridDataFactory.swtDefaults().applyTo(asked);
		new Visible(false).of(asked);
		composite.addListener(SWT.Dispose, e -> running.ifPresent(Running::cancel));
		load();
	}

	ConsentOutcome outcome() {
		return outcome;
	}

	private void load() {
		allow(false);
		rights.setText(ConsentMessages.loading);
		context.background().startQuietly(ConsentMessages.jobLoad, monitor -> ConsentRequest.load(context.services(), account, directions),
				UiContext.whileAlive(composite, this::loaded), UiContext.whileAlive(composite, this::failed));
	}

	private void loaded(ConsentRequest request) {
		String list = request.rights(Locale.getDefault()).stream().map(r -> "  •  " + r.name() + ": " + r.reason()).collect(Collectors.joining("\n"));
		rights.setText((NLS.bind(ConsentMessages.rights, request.link().organisation()) + "\n" + list).replace("&", "&&"));
		letter.show(request);
		allow(true);
		say("");
	}

	private void grant() {
		hideLetter();
		run(ConsentMessages.jobGrant, monitor -> context.services().consents().grant(account, directions, prompt(monitor), monitor), granted -> {
			outcome = granted ? ConsentOutcome.GRANTED : ConsentOutcome.NONE;
			return granted ? ConsentMessages.granted : ConsentMessages.notGranted;
		});
	}

	/** The account is saved first: it is bound when the consent comes, whichever window is open then. */
	private void await() {
		hideLetter();
		run(ConsentMessages.jobAwait, monitor -> {
			if (context.services().accounts().find(account.id()).isEmpty()) {
				context.services().accounts().save(account);
			}
			context.services().consents().await(account, directions, prompt(monitor), monitor);
			return true;
		}, done -> {
			outcome = ConsentOutcome.PENDING;
			return ConsentMessages.pending;
		});
	}

	private void run(String label, Operation<Boolean> work, Function<Boolean, String> result) {
		allow(false);
		running = Optional.of(context.background().start(label, work, UiContext.whileAlive(composite, value -> {
			running = Optional.empty();
			prompts.hide();
			String text = result.apply(value);
			allow(outcome == ConsentOutcome.NONE);
			say(text);
			onChange.run();
		}), UiContext.whileAlive(composite, this::failed)));
		say(ConsentMessages.working);
	}

	private void failed(Problem problem) {
		running = Optional.empty();
		prompts.hide();
		allow(true);
		say(problem.kind() == ProblemKind.CANCELLED ? ConsentMessages.cancelled : context.services().texts().title(problem, Locale.getDefault()));
		context.problems().show(problem);
	}

	private JfaceSignInPrompt prompt(IProgressMonitor monitor) {
		return new JfaceSignInPrompt(context, prompts, false, monitor);
	}

	private void showLetter() {
		new Visible(true).of(letter.control());
		new Visible(true).of(asked);
		say("");
	}

	private void hideLetter() {
		new Visible(false).of(letter.control());
		new Visible(false).of(asked);
	}

	private void allow(boolean enabled) {
		new Enabled(enabled).of(grant);
		new Enabled(enabled).of(ask);
	}

	private void say(String text) {
		status.setText(text.replace("&", "&&"));
		new Visible(!text.isEmpty()).of(status);
		new GrowingShell(composite).fit();
	}

	private Button way(String label, String hint, Runnable task) {
		Button button = new Button(composite, SWT.PUSH);
		button.setText(label);
		GridDataFactory.swtDefaults().applyTo(button);
		button.addListener(SWT.Selection, e -> task.run());
		TEXT.in(composite, hint);
		return button;
	}
}
