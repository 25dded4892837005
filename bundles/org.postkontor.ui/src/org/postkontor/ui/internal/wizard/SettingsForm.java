package org.postkontor.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.forms.events.ExpansionAdapter;
import org.eclipse.ui.forms.events.ExpansionEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.Proposal;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.EndpointDraft;
import org.postkontor.ui.internal.account.ServersForm;

/** Controls of the settings page. */
final class SettingsForm {
	private static final int WIDTH = 520;

	private final UiContext context;
	private final Composite composite;
	private final ProgressBar bar;
	private final Label headline;
	private final Combo proposals;
	private final ServersForm servers;
	private final Composite options;
	private final Button sendOnly;
	private final Link provider;
	private final Button confirm;
	private final Label notes;
	private final ExpandableComposite why;
	private final Label reasons;
	private final List<Runnable> listeners = new ArrayList<>();
	private Optional<DiscoveryResult> result = Optional.empty();
	private List<Endpoint> proposed = List.of();
	private boolean touched;
	private boolean filling;

	/** @param chooseProvider the user wants another way to sign in */
	SettingsForm(Composite parent, UiContext context, Runnable searchAgain, Runnable chooseProvider) {
		this.context = context;
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 8).spacing(8, 6).applyTo(composite);
		headline = wrapped(1);
		headline.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		Button again = new Button(composite, SWT.PUSH);
		again.setText(WizardMessages.searchAgain);
		again.setImage(new Icons(again).get(Icon.SYNC));
		again.addListener(SWT.Selection, e -> searchAgain.run());
		bar = new ProgressBar(composite, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(bar);
		proposals = new Combo(composite, SWT.READ_ONLY);
		new AccessibleName(WizardMessages.proposals).of(proposals);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(proposals);
		proposals.addListener(SWT.Selection, e -> choose());
		notes = wrapped(2);
		servers = new ServersForm(composite, context.services().providers().descriptions());
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(servers.control());
		servers.onChange(this::edited);
		options = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(options);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(options);
		sendOnly = new Button(options, SWT.CHECK);
		sendOnly.setText(WizardMessages.sendOnly);
		sendOnly.addListener(SWT.Selection, e -> setReceiving(!sendOnly.getSelection()));
		provider = new Link(options, SWT.NONE);
		provider.setText("<a>" + WizardMessages.otherProvider + "</a>");
		provider.addListener(SWT.Selection, e -> chooseProvider.run());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(provider);
		confirm = new Button(composite, SWT.CHECK | SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(confirm);
		confirm.addListener(SWT.Selection, e -> changed());
		why = new ExpandableComposite(composite, SWT.NONE, ExpandableComposite.TWISTIE | ExpandableComposite.CLIENT_INDENT);
		why.setText(WizardMessages.why);
		reasons = new Label(why, SWT.WRAP);
		why.setClient(reasons);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(why);
		why.addExpansionListener(new ExpansionAdapter() {
			@Override
			public void expansionStateChanged(@Nullable ExpansionEvent event) {
				composite.getShell().pack();
			}
		});
	}

	Composite control() {
		return composite;
	}

	void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** True as soon as the user changed something, so that mistakes are worth naming. */
	boolean isTouched() {
		return touched;
	}

	void showSearching(MailAddress address) {
		headline.setText(NLS.bind(WizardMessages.searching, address).replace("&", "&&"));
		result = Optional.empty();
		visible(bar, true);
		for (Control control : List.of(proposals, notes, servers.control(), options, confirm, why)) {
			visible(control, false);
		}
		composite.layout(true, true);
	}

	void show(MailAddress address, DiscoveryResult found) {
		result = Optional.of(found);
		touched = false;
		visible(bar, false);
		String text = found.best().map(b -> NLS.bind(WizardMessages.found, b.label())).orElse(NLS.bind(WizardMessages.notFound, address));
		headline.setText(text.replace("&", "&&"));
		List<String> items = new ArrayList<>(found.proposals().stream().map(FoundText::label).toList());
		items.add(WizardMessages.byHand);
		proposals.setItems(items.toArray(String[]::new));
		proposals.select(0);
		visible(proposals, found.best().isPresent());
		visible(servers.control(), true);
		visible(options, true);
		visible(why, true);
		if (found.best().isEmpty()) {
			fill(List.of(EndpointDraft.empty(Protocol.IMAP, address.toString(), "password"), EndpointDraft.empty(Protocol.SMTP, address.toString(), "password")));
		}
		choose();
	}

	/** The first thing that keeps the user from going on. */
	Optional<String> mistake() {
		if (result.isEmpty()) {
			return Optional.of("");
		}
		Optional<String> mistake = servers.mistake();
		boolean unconfirmed = confirm.getVisible() && !confirm.getSelection();
		return mistake.isPresent() || !unconfirmed ? mistake : Optional.of(WizardMessages.confirmNeeded);
	}

	/** Only valid without a mistake. */
	List<Endpoint> endpoints() {
		return servers.drafts().stream()
				.map(d -> d.toEndpoint(proposed.stream().filter(e -> e.protocol() == d.protocol()).findFirst())).toList();
	}

	private Optional<Proposal> chosen() {
		int index = proposals.getSelectionIndex();
		return result.map(DiscoveryResult::proposals).filter(p -> index >= 0 && index < p.size()).map(p -> p.get(index));
	}

	private void choose() {
		Optional<Proposal> proposal = chosen();
		proposed = proposal.map(Proposal::endpoints).orElse(List.of());
		proposal.ifPresent(p -> {
			receiving(p.endpoints().stream().anyMatch(e -> e.direction() == Direction.RECEIVE));
			fill(drafts(p.endpoints()));
		});
		boolean untrusted = proposal.map(p -> !p.trusted()).orElse(false);
		confirm.setSelection(false);
		confirm.setText(NLS.bind(WizardMessages.confirmHosts,
				proposal.map(p -> p.endpoints().stream().map(Endpoint::host).distinct().collect(Collectors.joining(", "))).orElse("")));
		visible(confirm, untrusted);
		List<String> steps = proposal.map(Proposal::notes).orElse(List.of());
		notes.setText(steps.isEmpty() ? "" : WizardMessages.notes + "\n" + steps.stream().map(s -> "  • " + s).collect(Collectors.joining("\n")));
		visible(notes, !steps.isEmpty());
		result.ifPresent(r -> reasons.setText(new FoundText(r, context.services().texts()).why(proposal).replace("&", "&&")));
		composite.layout(true, true);
		changed();
	}

	/** Shows servers that were changed elsewhere: the same ones with another way to sign in. */
	void use(List<Endpoint> changed) {
		proposed = List.copyOf(changed);
		fill(drafts(changed));
	}

	private void setReceiving(boolean receiving) {
		receiving(receiving);
		composite.layout(true, true);
		edited();
	}

	private void receiving(boolean receiving) {
		sendOnly.setSelection(!receiving);
		servers.setReceiving(receiving);
	}

	private static List<EndpointDraft> drafts(List<Endpoint> endpoints) {
		List<EndpointDraft> drafts = new ArrayList<>();
		for (Direction direction : Direction.values()) {
			endpoints.stream().filter(e -> e.direction() == direction).findFirst().map(EndpointDraft::of).ifPresentOrElse(drafts::add,
					() -> drafts.add(EndpointDraft.empty(direction == Direction.SEND ? Protocol.SMTP : Protocol.IMAP, "", "password")));
		}
		return drafts;
	}

	private void fill(List<EndpointDraft> drafts) {
		filling = true;
		servers.show(drafts);
		filling = false;
	}

	private void edited() {
		if (!filling) {
			touched = true;
			changed();
		}
	}

	private void changed() {
		listeners.forEach(Runnable::run);
	}

	private static void visible(Control control, boolean visible) {
		control.setVisible(visible);
		((GridData) control.getLayoutData()).exclude = !visible;
	}

	private Label wrapped(int span) {
		Label label = new Label(composite, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).align(SWT.FILL, SWT.CENTER).hint(WIDTH - 140, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
