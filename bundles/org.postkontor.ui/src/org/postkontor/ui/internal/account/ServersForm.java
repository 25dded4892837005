package org.postkontor.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.account.Direction;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.ui.internal.prompt.Visible;

/** Forms for all servers of an account: receiving and sending. */
public final class ServersForm {
	private final List<EndpointEditor> editors = new ArrayList<>();
	private final Composite composite;
	private boolean receives = true;

	public ServersForm(Composite parent, List<ProviderDescription> providers) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		for (Direction direction : Direction.values()) {
			EndpointEditor editor = new EndpointEditor(composite, direction, providers);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(editor.control());
			editors.add(editor);
		}
	}

	public Composite control() {
		return composite;
	}

	/** An account that only sends has no receiving server: its form is not shown and says nothing. */
	public void setReceiving(boolean receiving) {
		new Visible(receiving).of(editors.get(0).control());
		receives = receiving;
	}

	/** @param drafts one per direction, receiving first */
	public void show(List<EndpointDraft> drafts) {
		for (int i = 0; i < editors.size(); i++) {
			editors.get(i).show(drafts.get(i));
		}
	}

	public List<EndpointDraft> drafts() {
		return editors.stream().skip(receives ? 0 : 1).map(EndpointEditor::draft).toList();
	}

	public Optional<String> mistake() {
		return drafts().stream().map(EndpointDraft::mistake).flatMap(Optional::stream).findFirst();
	}

	public void onChange(Runnable listener) {
		editors.forEach(e -> e.onChange(listener));
	}
}
