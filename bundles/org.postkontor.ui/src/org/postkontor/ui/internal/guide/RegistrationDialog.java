package org.postkontor.ui.internal.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides.Registration;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.provider.ProviderChoice;
import org.postkontor.ui.internal.provider.ProviderForm;

/**
 * "Register application" for the office's IT: the steps at the provider, the fields for what comes out of them, and a check
 * that it works. The result is taken from {@link #choice} after OK; nothing is saved here.
 */
public final class RegistrationDialog extends TitledDialog {
	private static final int GUIDE_HEIGHT = 200;
	private static final int WIDTH = 560;

	private final UiContext context;
	private final RegistrationFacts facts;
	private ProviderChoice choice;
	private @Nullable ProviderForm form;
	private @Nullable CheckRun check;

	/** @param settings of the binding so far */
	public RegistrationDialog(@Nullable Shell parent, UiContext context, RegistrationFacts facts, Map<String, String> settings) {
		super(parent, GuideMessages.registerTitle);
		this.context = context;
		this.facts = facts;
		this.choice = new ProviderChoice(facts.provider().id(), settings);
	}

	/** The provider with the settings as entered. */
	public ProviderChoice choice() {
		return choice;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(NLS.bind(GuideMessages.registerAt, facts.provider().label()));
		setMessage(GuideMessages.registerMessage);
		GuideView guide = new GuideView(area, context);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, GUIDE_HEIGHT).applyTo(guide.control());
		Registration registration = facts.registration();
		context.background().startQuietly(GuideMessages.jobGuide,
				monitor -> context.services().guides().registration(facts.provider().id(), registration, Locale.getDefault()),
				UiContext.whileAlive(guide.control(), found -> guide.show(found.orElseGet(() -> general(registration)))), context.problems()::show);
		ProviderForm fields = new ProviderForm(area, context.services().pages(), this::changed);
		fields.show(facts.provider(), choice.settings());
		form = fields;
		check = new CheckRun(area, context, () -> facts.request(choice));
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, GuideMessages.apply, true);
		createButton(parent, IDialogConstants.CANCEL_ID, GuideMessages.cancel, false);
		changed();
	}

	@Override
	public boolean close() {
		CheckRun running = check;
		if (running != null) {
			running.cancel();
		}
		return super.close();
	}

	private void changed() {
		ProviderForm fields = form;
		CheckRun run = check;
		if (fields == null || run == null) {
			return;
		}
		choice = new ProviderChoice(facts.provider().id(), fields.settings());
		Optional<String> mistake = fields.mistake();
		boolean complete = mistake.isEmpty() && choice.settings().containsKey("clientId");
		setMessage(mistake.isPresent() ? mistake.get() : GuideMessages.registerMessage,
				mistake.isPresent() ? IMessageProvider.WARNING : IMessageProvider.NONE);
		run.setEnabled(complete);
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok != null) {
			new Enabled(complete).of(ok);
		}
	}

	/** For a provider that nothing special is known about. */
	private Guide general(Registration registration) {
		String redirects = String.join("\n", registration.redirects());
		String scopes = Stream.of(registration.receive(), registration.send()).flatMap(List::stream).distinct().collect(Collectors.joining("\n"));
		return new Guide("registration", NLS.bind(GuideMessages.registerAt, facts.provider().label()), "",
				List.of(new Guide.Step(GuideMessages.generalCreate, Optional.empty(), Optional.empty()),
						new Guide.Step(GuideMessages.generalRedirect, Optional.empty(), Optional.of(redirects)),
						new Guide.Step(GuideMessages.generalScopes, Optional.empty(), Optional.of(scopes)),
						new Guide.Step(GuideMessages.generalClientId, Optional.empty(), Optional.empty())),
				Optional.empty(), Optional.empty());
	}
}
