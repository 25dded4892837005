package org.postkontor.ui.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postkontor.account.Account;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckReportText;
import org.postkontor.check.CheckStep;
import org.postkontor.check.NamedIssuer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.IssuerSuggestion;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.operation.Background.Running;
import org.postkontor.ui.internal.problem.ClipboardText;

/** Runs an account test and shows it: tree, result, what helps, report. */
public final class CheckPane {
	private static final int TEXT_WIDTH = 420;

	private final UiContext context;
	private final AccountActions actions;
	private final Composite composite;
	private final CheckTree tree;
	private final Label summary;
	private final Label explanation;
	private final Button remedy;
	private final Button start;
	private final Button copy;
	private final Button testMail;
	private final List<Runnable> listeners = new ArrayList<>();
	private @Nullable Account account;
	private CheckProgress progress = CheckProgress.NONE;
	private Optional<CheckReport> report = Optional.empty();
	private Optional<Running> running = Optional.empty();
	private Runnable remedyTask = () -> {
	};
	private Consumer<Account> signedIn;

	public CheckPane(Composite parent, UiContext context, AccountActions actions) {
		this.context = context;
		this.actions = actions;
		this.signedIn = actions::save;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		tree = new CheckTree(composite);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(TEXT_WIDTH, 170).applyTo(tree.control());
		summary = new Paragraph(TEXT_WIDTH, 2).in(composite);
		summary.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		explanation = new Paragraph(TEXT_WIDTH, 2).in(composite);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TEXT_WIDTH, 58).applyTo(explanation);
		remedy = button(CheckMessages.again, () -> remedyTask.run());
		remedy.setVisible(false);
		Composite bar = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(bar);
		start = button(bar, CheckMessages.start, this::start);
		copy = button(bar, CheckMessages.copy, this::copy);
		testMail = new Button(composite, SWT.CHECK);
		testMail.setText(CheckMessages.testMail);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(testMail);
		tree.onSelect(this::explain);
		composite.addListener(SWT.Dispose, e -> running.ifPresent(Running::cancel));
	}

	public Control control() {
		return composite;
	}

	/** Told when a test starts or ends. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** Told the account if it was signed in anew here, instead of saving it; it is tested again then. */
	public void onSignedIn(Consumer<Account> listener) {
		signedIn = listener;
	}

	/** The finished test of the account shown; empty while none is finished. */
	public Optional<CheckReport> report() {
		return report;
	}

	public boolean isRunning() {
		return running.isPresent();
	}

	/** Forgets the last test and starts one for another account. */
	public void test(Account newAccount) {
		account = newAccount;
		start();
	}

	public void cancel() {
		running.ifPresent(Running::cancel);
	}

	private void start() {
		Account tested = account;
		if (tested == null || isRunning()) {
			return;
		}
		report = Optional.empty();
		progress = CheckProgress.NONE;
		tree.show(progress.steps());
		summary.setText(CheckMessages.running);
		explain(Optional.empty());
		AccountCheck.Options options = new AccountCheck.Options(testMail.getSelection());
		running = Optional.of(context.background().start(NLS.bind(CheckMessages.job, tested.address()),
				monitor -> context.services().check().run(tested, options, step -> context.background().ui().execute(() -> step(step)), monitor),
				UiContext.whileAlive(composite, this::finished), UiContext.whileAlive(composite, this::failed)));
		changed();
	}

	private void step(CheckStep step) {
		if (!composite.isDisposed() && report.isEmpty()) {
			progress = progress.with(step);
			tree.show(progress.steps());
		}
	}

	private void finished(CheckReport finished) {
		running = Optional.empty();
		report = Optional.of(finished);
		progress = new CheckProgress(finished.steps());
		tree.show(progress.steps());
		summary.setText(finished.passed() ? CheckMessages.allPassed : CheckMessages.somethingFailed);
		Optional<CheckStep> first = progress.firstProblem();
		first.ifPresent(tree::select);
		explain(first.flatMap(CheckStep::problem));
		changed();
	}

	private void failed(Problem problem) {
		running = Optional.empty();
		summary.setText(context.services().texts().title(problem, Locale.getDefault()));
		explain(Optional.of(problem));
		changed();
	}

	private void explain(CheckStep step) {
		explain(step.problem());
		if (step.problem().isEmpty()) {
			StepText text = new StepText(step); // in full: the column cuts it
			explanation.setText((text.title() + "\n" + text.result()).replace("&", "&&"));
		}
	}

	private void explain(Optional<Problem> problem) {
		ProblemTexts texts = context.services().texts();
		Locale locale = Locale.getDefault();
		explanation.setText(problem.map(p -> texts.title(p, locale) + "\n" + texts.explanation(p, locale)).orElse("").replace("&", "&&"));
		Account tested = account;
		Optional<Runnable> task = tested == null ? Optional.empty() : problem.flatMap(p -> remedy(p, tested));
		String label = problem.map(p -> texts.action(p, locale)).orElse("");
		remedy.setVisible(task.isPresent() && !label.isEmpty());
		remedy.setText(label);
		task.ifPresent(t -> remedyTask = t);
		composite.layout();
	}

	/** An offered sign-in service is asked about only when all servers have said theirs. */
	private Optional<Runnable> remedy(Problem problem, Account tested) {
		if (problem.remedy() != Remedy.USE_ISSUER) {
			return actions.remedy(problem.remedy(), tested, this::start);
		}
		Optional<String> issuer = IssuerSuggestion.of(problem).map(IssuerSuggestion::issuer).filter(i -> !isRunning());
		return issuer.flatMap(i -> NamedIssuer.in(progress.steps()).stream().filter(named -> named.issuer().equals(i)).findFirst())
				.map(named -> () -> use(named, tested));
	}

	private void use(NamedIssuer issuer, Account tested) {
		new IssuerApproval(context, composite).ask(issuer, tested).ifPresent(account -> {
			signedIn.accept(account);
			test(account);
		});
	}

	private void copy() {
		CheckReportText text = new CheckReportText(context.services().texts());
		report.ifPresent(r -> ClipboardText.copy(composite.getDisplay(), text.render(r, Locale.getDefault())));
	}

	private void changed() {
		start.setText(report.isPresent() ? CheckMessages.again : CheckMessages.start);
		new Enabled(!isRunning()).of(start);
		new Enabled(report.isPresent()).of(copy);
		composite.layout(true, true);
		listeners.forEach(Runnable::run);
	}

	private Button button(String text, Runnable task) {
		return button(composite, text, task);
	}

	private static Button button(Composite parent, String text, Runnable task) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.addListener(SWT.Selection, e -> task.run());
		return button;
	}
}
