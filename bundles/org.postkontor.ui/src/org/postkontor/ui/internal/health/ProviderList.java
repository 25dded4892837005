package org.postkontor.ui.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/** The sign-in providers that were found, where they come from, and those that were left out, with the reason. */
final class ProviderList {
	private final ColumnTable columns;
	private final Table table;
	private final Icons icons;

	/** What there is to show, with how secrets are kept. */
	record Content(List<ProviderDescription> found, List<Problem> leftOut, TokenVault.State vault) {
		Content {
			found = List.copyOf(found);
			leftOut = List.copyOf(leftOut);
		}
	}

	/** Blocks: reads the extension registry. */
	record Load(UiServices services) implements Operation<Content> {
		@Override
		public Content run(IProgressMonitor monitor) {
			AuthProviders providers = services.providers();
			return new Content(providers.descriptions(), providers.problems(), services.vault().state());
		}
	}

	ProviderList(Composite parent) {
		columns = new ColumnTable(parent, SWT.SINGLE, HealthMessages.providersName);
		table = columns.table();
		icons = new Icons(table);
		columns.column(HealthMessages.providerColumn, 30, 130);
		columns.column(HealthMessages.kindColumn, 25, 170);
		columns.column(HealthMessages.originColumn, 45, 180);
	}

	/** For the layout of the parent. */
	Composite control() {
		return columns.control();
	}

	void show(Content content, ProblemTexts texts, Formats formats) {
		table.removeAll();
		for (ProviderDescription each : content.found()) {
			ProviderText text = new ProviderText(each);
			row(Icon.OK, each.label(), text.kind(), text.origin().orElse(HealthMessages.product));
		}
		for (Problem problem : content.leftOut()) {
			String why = texts.title(problem, formats.locale()) + " " + texts.explanation(problem, formats.locale());
			row(Icon.WARNING, NLS.bind(HealthMessages.leftOut, name(problem)), "", why.replace('\n', ' '));
		}
	}

	/** Which contribution it is about: what the problem names. */
	private static String name(Problem problem) {
		List<String> values = new ArrayList<>(problem.values().values());
		return values.isEmpty() ? problem.id() : values.stream().limit(2).collect(Collectors.joining(", "));
	}

	private void row(Icon icon, String... cells) {
		TableItem item = new TableItem(table, SWT.NONE);
		item.setText(cells);
		item.setImage(0, icons.get(icon));
	}
}
