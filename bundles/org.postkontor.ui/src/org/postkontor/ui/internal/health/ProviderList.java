package org.postkontor.ui.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Operation;

/**
 * The sign-in providers that were found, where they come from, and those that cannot be used, with the reason; below, in full,
 * what a line has no room for.
 */
final class ProviderList {
	private static final int TABLE_HEIGHT = 95;
	private static final int ORIGIN_HEIGHT = 48;
	private static final int ORIGIN_COLUMN = 2;

	private final Composite composite;
	private final Table table;
	private final Text origin;
	private final Icons icons;

	/**
	 * What there is to show, with how secrets are kept.
	 *
	 * @param obstacles why a provider that was found cannot run, by its id
	 */
	record Content(List<ProviderDescription> found, Map<String, Problem> obstacles, List<Problem> leftOut, TokenVault.State vault) {
		Content {
			found = List.copyOf(found);
			obstacles = Map.copyOf(obstacles);
			leftOut = List.copyOf(leftOut);
		}
	}

	/** Blocks: reads the extension registry. */
	record Load(UiServices services) implements Operation<Content> {
		@Override
		public Content run(IProgressMonitor monitor) {
			AuthProviders providers = services.providers();
			List<ProviderDescription> found = providers.descriptions();
			Map<String, Problem> obstacles = new HashMap<>();
			found.forEach(each -> providers.obstacle(each.id()).ifPresent(problem -> obstacles.put(each.id(), problem)));
			return new Content(found, obstacles, providers.problems(), services.vault().state());
		}
	}

	ProviderList(Composite parent) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(composite);
		ColumnTable columns = new ColumnTable(composite, SWT.SINGLE, HealthMessages.providersName);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, TABLE_HEIGHT).applyTo(columns.control());
		table = columns.table();
		icons = new Icons(table);
		columns.column(HealthMessages.providerColumn, 24, 120);
		columns.column(HealthMessages.kindColumn, 27, 165);
		columns.column(HealthMessages.originColumn, 49, 200);
		origin = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		new AccessibleName(HealthMessages.originColumn).of(origin);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, ORIGIN_HEIGHT).applyTo(origin);
		table.addListener(SWT.Selection, e -> describe());
	}

	/** For the layout of the parent. */
	Composite control() {
		return composite;
	}

	void show(Content content, ProblemTexts texts, Formats formats) {
		table.removeAll();
		for (ProviderDescription each : content.found()) {
			ProviderText text = new ProviderText(each);
			String from = text.origin().orElse(HealthMessages.product);
			Optional<Problem> obstacle = Optional.ofNullable(content.obstacles().get(each.id()));
			row(obstacle.isPresent() ? Icon.WARNING : Icon.OK, each.label(), text.kind(), obstacle.map(o -> why(o, texts, formats)).orElse(from));
		}
		for (Problem problem : content.leftOut()) {
			row(Icon.WARNING, NLS.bind(HealthMessages.leftOut, name(problem)), "", why(problem, texts, formats));
		}
		Image warning = icons.get(Icon.WARNING);
		table.setSelection(Math.max(0, Arrays.stream(table.getItems()).map(TableItem::getImage).toList().indexOf(warning)));
		describe();
	}

	private void describe() {
		int row = table.getSelectionIndex();
		origin.setText(row < 0 ? "" : table.getItem(row).getText(ORIGIN_COLUMN));
	}

	/** In one line; with the details, for those who made the provider. */
	private static String why(Problem problem, ProblemTexts texts, Formats formats) {
		String details = problem.details().entrySet().stream().map(detail -> detail.getKey() + ": " + detail.getValue()).collect(Collectors.joining("; "));
		return (texts.title(problem, formats.locale()) + ". " + texts.explanation(problem, formats.locale()) + " " + details).replace('\n', ' ').strip();
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
