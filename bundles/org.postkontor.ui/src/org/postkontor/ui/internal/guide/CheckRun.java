package org.postkontor.ui.internal.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background.Running;
import org.postkontor.ui.internal.prompt.GrowingShell;
import org.postkontor.ui.internal.prompt.JfaceSignInPrompt;
import org.postkontor.ui.internal.prompt.PromptArea;
import org.postkontor.ui.internal.prompt.Visible;

/** Starts the check of a registration, takes part in its sign-in, and shows what it found. */
final class CheckRun {
	private final UiContext context;
	private final Supplier<SignInRequest> request;
	private final Composite composite;
	private final Button start;
	private final Button stop;
	private final Label status;
	private final PromptArea prompts;
	private final FindingsTable findings;
	private Optional<Running> running = Optional.empty();
	private boolean possible;

	CheckRun(Composite parent, UiContext context, Supplier<SignInRequest> request) {
		this.context = context;
		this.request = request;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Composite row = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		start = new Button(row, SWT.PUSH);
		start.setText(GuideMessages.check);
		start.setImage(new Icons(start).get(Icon.TEST));
		start.addListener(SWT.Selection, e -> start());
		stop = new Button(row, SWT.PUSH);
		stop.setText(GuideMessages.stopCheck);
		stop.addListener(SWT.Selection, e -> cancel());
		status = new Label(row, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
		prompts = new PromptArea(composite, context);
		findings = new FindingsTable(composite, context.services().texts());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(findings.control());
		new Visible(false).of(findings.control());
		update("");
	}

	void setEnabled(boolean enabled) {
		possible = enabled;
		new Enabled(possible && running.isEmpty()).of(start);
	}

	void cancel() {
		running.ifPresent(Running::cancel);
	}

	private void start() {
		SignInRequest asked = request.get();
		new Visible(false).of(findings.control());
		running = Optional.of(context.background().start(GuideMessages.jobCheck,
				monitor -> context.services().providers().provider(asked.binding().provider()) instanceof RegistrationCheck provider
						? Optional.of(provider.check(asked, new JfaceSignInPrompt(context, prompts, false, monitor), monitor))
						: Optional.<List<Finding>>empty(),
				UiContext.whileAlive(composite, this::found), UiContext.whileAlive(composite, this::failed)));
		update(GuideMessages.checking);
	}

	private void found(Optional<List<Finding>> found) {
		running = Optional.empty();
		prompts.hide();
		found.ifPresent(findings::show);
		new Visible(found.isPresent()).of(findings.control());
		update(found.isPresent() ? "" : GuideMessages.uncheckable);
	}

	private void failed(Problem problem) {
		running = Optional.empty();
		prompts.hide();
		update("");
		context.problems().show(problem);
	}

	private void update(String text) {
		status.setText(text);
		new Enabled(possible && running.isEmpty()).of(start);
		new Enabled(running.isPresent()).of(stop);
		new GrowingShell(composite).fit();
	}
}
