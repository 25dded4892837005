package org.postkontor.ui.internal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postkontor.account.Direction;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.spi.ProviderDescription;

/** Form for one server. */
public final class EndpointEditor {
	private static final int PORT_CHARACTERS = 6;
	private static final int COLUMNS = 4;

	private final Group group;
	private final List<Protocol> protocols;
	private final List<ProviderDescription> providers;
	private final Combo protocol;
	private final Text host;
	private final Text port;
	private final Combo tls;
	private final Text user;
	private final Combo provider;
	private final Optional<LeaveOnServerEditor> leaveOnServer;

	public EndpointEditor(Composite parent, Direction direction, List<ProviderDescription> providers) {
		this.protocols = Arrays.stream(Protocol.values()).filter(p -> p.direction() == direction).toList();
		this.providers = providers;
		group = new Group(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(group);
		protocol = combo(AccountMessages.protocol + ":");
		protocol.setItems(protocols.stream().map(Protocol::name).toArray(String[]::new));
		tls = combo(AccountMessages.security);
		tls.setItems(AccountMessages.tlsImplicit, AccountMessages.tlsStart);
		host = text(AccountMessages.host);
		port = text(AccountMessages.port);
		GC gc = new GC(port);
		int width = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * PORT_CHARACTERS);
		gc.dispose();
		GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(port);
		user = text(AccountMessages.userName);
		provider = combo(AccountMessages.method);
		provider.setItems(providers.stream().map(ProviderDescription::label).toArray(String[]::new));
		group.setText(direction == Direction.RECEIVE ? NLS.bind(AccountMessages.receiving, "IMAP, POP3") : NLS.bind(AccountMessages.sending, "SMTP, Graph, EWS"));
		leaveOnServer = direction == Direction.RECEIVE ? Optional.of(new LeaveOnServerEditor(group, COLUMNS)) : Optional.empty();
		tls.addListener(SWT.Selection, e -> usualPort());
		protocol.addListener(SWT.Selection, e -> {
			usualPort();
			showWhatIsForPop3();
		});
	}

	public Control control() {
		return group;
	}

	public void show(EndpointDraft draft) {
		protocol.select(protocols.indexOf(draft.protocol()));
		host.setText(draft.host());
		port.setText(draft.port());
		tls.select(draft.tls().ordinal());
		user.setText(draft.user());
		int index = providers.stream().map(ProviderDescription::id).toList().indexOf(draft.provider());
		provider.select(Math.max(0, index));
		leaveOnServer.ifPresent(editor -> editor.show(draft.leaveOnServer()));
		showWhatIsForPop3();
	}

	/** The window grows if there is no room for it. */
	private void showWhatIsForPop3() {
		leaveOnServer.ifPresent(editor -> editor.setVisible(selectedProtocol() == Protocol.POP3));
		group.requestLayout();
		Shell shell = group.getShell();
		Point size = shell.getSize();
		int height = shell.computeSize(size.x, SWT.DEFAULT).y;
		if (shell.isVisible() && height > size.y) {
			shell.setSize(size.x, height);
		}
	}

	public EndpointDraft draft() {
		String id = provider.getSelectionIndex() < 0 ? "password" : providers.get(provider.getSelectionIndex()).id();
		return new EndpointDraft(selectedProtocol(), host.getText(), port.getText(), selectedTls(), user.getText(), id,
				leaveOnServer.map(LeaveOnServerEditor::value).orElse(LeaveOnServer.ALWAYS));
	}

	public void onChange(Runnable listener) {
		for (Text text : List.of(host, port, user)) {
			text.addListener(SWT.Modify, e -> listener.run());
		}
		for (Combo combo : List.of(protocol, tls, provider)) {
			combo.addListener(SWT.Selection, e -> listener.run());
		}
		leaveOnServer.ifPresent(editor -> editor.onChange(listener));
	}

	private Protocol selectedProtocol() {
		return protocols.get(Math.max(0, protocol.getSelectionIndex()));
	}

	private TlsMode selectedTls() {
		return TlsMode.values()[Math.max(0, tls.getSelectionIndex())];
	}

	private void usualPort() {
		port.setText(String.valueOf(EndpointDraft.usualPort(selectedProtocol(), selectedTls())));
	}

	private Combo combo(String label) {
		label(label);
		Combo combo = new Combo(group, SWT.READ_ONLY);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
		return combo;
	}

	private Text text(String label) {
		label(label);
		Text text = new Text(group, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
	}

	private void label(String label) {
		Label control = new Label(group, SWT.NONE);
		control.setText(label);
	}
}
