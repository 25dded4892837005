package org.postkontor.ui.internal.wizard;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Background.Running;

/** Second page: looks for the settings, shows the best and the alternatives, says why, lets the user edit. */
final class SettingsPage extends WizardPage {
	private final UiContext context;
	private final WizardModel model;
	private @Nullable SettingsForm form;
	private Optional<Running> running = Optional.empty();
	private String searchedFor = "";

	SettingsPage(UiContext context, WizardModel model) {
		super("settings");
		this.context = context;
		this.model = model;
		setTitle(WizardMessages.settingsTitle);
		setPageComplete(false);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		SettingsForm created = new SettingsForm(java.util.Objects.requireNonNull(parent), context, this::search, this::chooseProvider);
		created.onChange(this::validate);
		form = created;
		setControl(created.control());
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		SettingsForm shown = form;
		if (!visible || shown == null) {
			return;
		}
		if (!model.addressText().strip().equalsIgnoreCase(searchedFor)) {
			search();
		} else if (shown.mistake().isEmpty() && !shown.endpoints().equals(model.endpoints())) {
			shown.use(model.endpoints()); // another way to sign in was chosen on a later page
		}
	}

	/** The way to sign in is asked for only where there is none without a setting. */
	@Override
	public @Nullable IWizardPage getNextPage() {
		return getWizard().getPage(needsProviderPage() ? ProviderPage.NAME : SignInPage.NAME);
	}

	private boolean needsProviderPage() {
		return model.endpoints().stream().map(Endpoint::auth)
				.anyMatch(b -> context.services().pages().required(b.provider()).filter(name -> !b.settings().containsKey(name)).isPresent());
	}

	private void chooseProvider() {
		if (isPageComplete()) {
			getContainer().showPage(getWizard().getPage(ProviderPage.NAME));
		}
	}

	@Override
	public void dispose() {
		running.ifPresent(Running::cancel);
		super.dispose();
	}

	private void search() {
		SettingsForm shown = form;
		if (shown == null) {
			return;
		}
		running.ifPresent(Running::cancel);
		try {
			MailAddress address = model.address();
			searchedFor = model.addressText().strip();
			setErrorMessage(null);
			setMessage(NLS.bind(WizardMessages.searching, address));
			setPageComplete(false);
			shown.showSearching(address);
			running = Optional.of(context.background().start(NLS.bind(WizardMessages.jobFind, address),
					monitor -> context.services().discovery().find(address, monitor), UiContext.whileAlive(shown.control(), r -> found(address, r)),
					UiContext.whileAlive(shown.control(), this::failed)));
		} catch (ProblemException e) {
			failed(e.problem());
		}
	}

	private void found(MailAddress address, DiscoveryResult result) {
		SettingsForm shown = form;
		if (shown == null || !address.toString().equalsIgnoreCase(model.addressText().strip())) {
			return; // an answer for an address that was changed meanwhile
		}
		running = Optional.empty();
		model.found(result);
		shown.show(address, result);
		setMessage(result.best().isPresent() ? WizardMessages.foundMessage : WizardMessages.notFoundMessage,
				result.best().isPresent() ? IMessageProvider.NONE : IMessageProvider.INFORMATION);
		validate();
	}

	private void failed(Problem problem) {
		running = Optional.empty();
		searchedFor = "";
		context.problems().show(problem);
	}

	private void validate() {
		SettingsForm shown = form;
		if (shown == null) {
			return;
		}
		Optional<String> mistake = shown.mistake();
		setErrorMessage(mistake.isPresent() && shown.isTouched() ? mistake.get() : null);
		setPageComplete(mistake.isEmpty());
		if (mistake.isEmpty()) {
			model.use(shown.endpoints()).ifPresent(new ForgetSignIn(context)::of);
		}
	}
}
