package org.postkontor.ui.internal.provider;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Icon;

/** The providers to choose from, with icon and who brings them. */
public final class ProviderTable {
	private static final int HEIGHT = 130;

	private final Table table;
	private final LocalResourceManager images;
	private List<ProviderOffer> offers = List.of();

	public ProviderTable(Composite parent) {
		ColumnTable columns = new ColumnTable(parent, SWT.BORDER | SWT.SINGLE, ProviderMessages.providers);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(columns.control());
		table = columns.table();
		images = new LocalResourceManager(JFaceResources.getResources(), table);
		columns.column(40, 150);
		columns.column(60, 200);
	}

	public void onSelect(Runnable listener) {
		table.addListener(SWT.Selection, e -> listener.run());
	}

	public void show(List<ProviderOffer> newOffers, Optional<String> selected) {
		offers = List.copyOf(newOffers);
		table.removeAll();
		for (ProviderOffer offer : offers) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[] { offer.description().label(), offer.supplied() });
			item.setImage(icon(offer));
		}
		table.setSelection(selected.map(id -> offers.stream().map(o -> o.description().id()).toList().indexOf(id)).orElse(-1));
	}

	public Optional<ProviderOffer> selected() {
		int index = table.getSelectionIndex();
		return index < 0 ? Optional.empty() : Optional.of(offers.get(index));
	}

	public void setFocus() {
		table.setFocus();
	}

	private Image icon(ProviderOffer offer) {
		Optional<ImageDescriptor> own = Optional.ofNullable(offer.description().settings().get("icon"))
				.flatMap(path -> ResourceLocator.imageDescriptorFromBundle(offer.description().contributor(), path));
		return images.get(own.orElseGet(Icon.SIGN_IN::descriptor));
	}
}
