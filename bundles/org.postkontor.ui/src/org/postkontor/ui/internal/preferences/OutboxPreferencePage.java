package org.postkontor.ui.internal.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.postkontor.account.Account;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiServices;

/**
 * How long a written mail can be taken back, when sent mails leave the list, how long the transmission log is kept, and what
 * becomes of mails in doubt. Nothing is changed before Apply.
 */
public final class OutboxPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private final UiContext context;
	private @Nullable OutboxTimes times;
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
		OutboxTimes fields = new OutboxTimes(area);
		fields.onChange(this::check);
		times = fields;
		DoubtPolicies choices = new DoubtPolicies(area);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).indent(0, 8).applyTo(choices.control());
		policies = choices;
		context.background().startQuietly(PreferenceMessages.jobPolicies, this::times, UiContext.whileAlive(area, fields::show), context.problems()::show);
		context.background().startQuietly(PreferenceMessages.jobPolicies, this::policies, UiContext.whileAlive(area, choices::show), context.problems()::show);
		return area;
	}

	@Override
	protected void performDefaults() {
		OutboxTimes fields = times;
		DoubtPolicies choices = policies;
		if (fields != null && choices != null) {
			fields.restoreDefaults();
			choices.restoreDefaults();
		}
		super.performDefaults();
	}

	/** What could not be read yet is left as it is. */
	@Override
	public boolean performOk() {
		OutboxTimes fields = times;
		DoubtPolicies choices = policies;
		if (fields == null || choices == null) {
			return true;
		}
		if (!fields.mistake().isEmpty()) {
			return false;
		}
		SaveOutbox save = new SaveOutbox(context.services(), fields.changed(), choices.changed());
		fields.applied();
		choices.applied();
		context.background().startQuietly(PreferenceMessages.jobPolicies, save, done -> {
		}, context.problems()::show);
		return true;
	}

	private OutboxTimes.Values times(IProgressMonitor monitor) throws ProblemException {
		UiServices services = context.services();
		return new OutboxTimes.Values(services.sendingPreferences().undo(), services.transmissionLog().keep(), services.outbox().tidying());
	}

	private Map<Account, DoubtPolicy> policies(IProgressMonitor monitor) throws ProblemException {
		Map<Account, DoubtPolicy> result = new LinkedHashMap<>();
		List<Account> accounts = context.services().accounts().accounts();
		for (Account account : accounts) {
			result.put(account, context.services().outbox().doubtPolicy(account.id()));
		}
		return result;
	}

	private void check() {
		OutboxTimes fields = times;
		String mistake = fields == null ? "" : fields.mistake();
		setErrorMessage(mistake.isEmpty() ? null : mistake);
		setValid(mistake.isEmpty());
	}
}
