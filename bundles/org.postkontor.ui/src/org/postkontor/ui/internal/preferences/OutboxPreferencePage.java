package org.postkontor.ui.internal.preferences;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.compose.SendingPreferences;

/** How long a written mail can be taken back, and what becomes of mails in doubt. Nothing is changed before Apply. */
public final class OutboxPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private final UiContext context;
	private @Nullable Text undo;
	private @Nullable DoubtPolicies policies;

	public OutboxPreferencePage(UiContext context) {
		this.context = context;
		setDescription(PreferenceMessages.outboxDescription);
	}

	@Override
	public void init(@Nullable IWorkbench workbench) {
		// everything comes from the services
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		Label label = new Label(area, SWT.NONE);
		label.setText(PreferenceMessages.undoSeconds);
		Text field = new Text(area, SWT.BORDER);
		field.setText(String.valueOf(context.services().sendingPreferences().undo().toSeconds()));
		GridDataFactory.swtDefaults().hint(60, SWT.DEFAULT).applyTo(field);
		field.addListener(SWT.Modify, e -> check());
		undo = field;
		DoubtPolicies choices = new DoubtPolicies(area);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).indent(0, 8).applyTo(choices.control());
		policies = choices;
		context.background().startQuietly(PreferenceMessages.jobPolicies, this::load, UiContext.whileAlive(area, choices::show), context.problems()::show);
		return area;
	}

	@Override
	protected void performDefaults() {
		Text field = undo;
		DoubtPolicies choices = policies;
		if (field != null && choices != null) {
			field.setText(String.valueOf(SendingPreferences.defaultUndo().toSeconds()));
			choices.restoreDefaults();
		}
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		DoubtPolicies choices = policies;
		Optional<Duration> seconds = seconds();
		if (seconds.isEmpty() || choices == null) {
			return seconds.isPresent();
		}
		Map<AccountId, DoubtPolicy> changed = choices.changed();
		choices.applied();
		context.background().startQuietly(PreferenceMessages.jobPolicies, monitor -> {
			context.services().sendingPreferences().undo(seconds.get());
			for (Map.Entry<AccountId, DoubtPolicy> entry : changed.entrySet()) {
				context.services().outbox().setDoubtPolicy(entry.getKey(), entry.getValue());
			}
			return changed;
		}, done -> {
		}, context.problems()::show);
		return true;
	}

	private Map<Account, DoubtPolicy> load(IProgressMonitor monitor) throws ProblemException {
		Map<Account, DoubtPolicy> result = new LinkedHashMap<>();
		List<Account> accounts = context.services().accounts().accounts();
		for (Account account : accounts) {
			result.put(account, context.services().outbox().doubtPolicy(account.id()));
		}
		return result;
	}

	private void check() {
		boolean valid = seconds().isPresent();
		setErrorMessage(valid ? null : NLS.bind(PreferenceMessages.undoInvalid, SendingPreferences.LONGEST_UNDO_SECONDS));
		setValid(valid);
	}

	private Optional<Duration> seconds() {
		Text field = undo;
		String text = field == null ? "" : field.getText().strip();
		if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > SendingPreferences.LONGEST_UNDO_SECONDS) {
			return Optional.empty();
		}
		return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
	}
}
