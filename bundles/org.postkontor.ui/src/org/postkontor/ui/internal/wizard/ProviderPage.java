package org.postkontor.ui.internal.wizard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.provider.ProviderChoice;
import org.postkontor.ui.internal.provider.ProviderForm;
import org.postkontor.ui.internal.provider.ProviderOffer;
import org.postkontor.ui.internal.provider.ProviderTable;
import org.postkontor.ui.internal.signin.SignInSolutions;

/** Between settings and sign-in, for those who want another way to sign in, or have to: the provider and its settings. */
final class ProviderPage extends WizardPage {
	static final String NAME = "provider";

	private final UiContext context;
	private final WizardModel model;
	private @Nullable ProviderTable table;
	private @Nullable ProviderForm form;
	private @Nullable Link register;

	ProviderPage(UiContext context, WizardModel model) {
		super(NAME);
		this.context = context;
		this.model = model;
		setTitle(WizardMessages.providerTitle);
		setMessage(WizardMessages.providerMessage);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 8).spacing(8, 10).applyTo(area);
		ProviderTable providers = new ProviderTable(area);
		providers.onSelect(() -> select(Map.of()));
		form = new ProviderForm(area, context.services().pages(), this::changed);
		Link link = new Link(area, SWT.NONE);
		link.setText("<a>" + WizardMessages.register + "</a>");
		link.addListener(SWT.Selection, e -> register());
		GridDataFactory.fillDefaults().applyTo(link);
		register = link;
		table = providers;
		setControl(area);
	}

	/** Read anew each time, so that a provider that was just installed is there. */
	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		ProviderTable providers = table;
		if (!visible || providers == null) {
			return;
		}
		try {
			Set<Protocol> protocols = model.endpoints().stream().map(Endpoint::protocol).collect(Collectors.toSet());
			Optional<ProviderChoice> now = ProviderChoice.of(model.endpoints());
			providers.show(ProviderOffer.forDomain(context.services().providers(), model.address().domain(), protocols), now.map(ProviderChoice::provider));
			select(now.map(ProviderChoice::settings).orElse(Map.of()));
			providers.setFocus();
		} catch (ProblemException e) {
			context.problems().show(e.problem());
		}
	}

	private void select(Map<String, String> settings) {
		ProviderForm fields = form;
		Link link = register;
		Optional<ProviderDescription> provider = provider();
		if (fields != null && link != null) {
			provider.ifPresent(p -> fields.show(p, settings));
			link.setVisible(provider.filter(p -> "oauth".equals(p.kind())).isPresent());
		}
		changed();
	}

	private void changed() {
		ProviderForm fields = form;
		Optional<ProviderDescription> provider = provider();
		if (fields == null || provider.isEmpty()) {
			setPageComplete(false);
			return;
		}
		Optional<String> mistake = fields.mistake();
		ProviderChoice choice = new ProviderChoice(provider.get().id(), fields.settings());
		setPageComplete(mistake.isEmpty());
		if (mistake.isPresent()) {
			setMessage(mistake.get(), IMessageProvider.INFORMATION);
			return;
		}
		boolean unregistered = isUnregistered(provider.get(), choice.settings());
		setMessage(unregistered ? NLS.bind(WizardMessages.unregistered, provider.get().label()) : WizardMessages.providerMessage,
				unregistered ? IMessageProvider.INFORMATION : IMessageProvider.NONE);
		model.use(choice.appliedTo(model.endpoints())).ifPresent(new ForgetSignIn(context)::of);
	}

	/** Nobody can sign in there without an application that the provider knows. */
	private boolean isUnregistered(ProviderDescription provider, Map<String, String> settings) {
		String issuer = settings.getOrDefault("issuer", provider.settings().getOrDefault("issuer", ""));
		return "oauth".equals(provider.kind()) && !issuer.isEmpty() && !settings.containsKey("clientId") && !provider.settings().containsKey("clientId")
				&& context.services().branding().client(issuer).isEmpty();
	}

	private void register() {
		ProviderForm fields = form;
		Optional<ProviderDescription> provider = provider();
		if (fields == null || provider.isEmpty()) {
			return;
		}
		try {
			new SignInSolutions(context, fields.control()).register(model.account(), provider.get().id(), fields.settings())
					.ifPresent(choice -> select(choice.settings()));
		} catch (ProblemException e) {
			context.problems().show(e.problem());
		}
	}

	private Optional<ProviderDescription> provider() {
		ProviderTable providers = table;
		return providers == null ? Optional.empty() : providers.selected().map(ProviderOffer::description);
	}
}
