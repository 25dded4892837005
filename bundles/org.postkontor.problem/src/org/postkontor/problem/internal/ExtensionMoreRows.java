package org.postkontor.problem.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryChangeEvent;
import org.eclipse.core.runtime.IRegistryChangeListener;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the extension point {@code org.postkontor.problem.explanations}; loads no class of a contributor. */
@Component
public final class ExtensionMoreRows implements MoreRows {
	private static final String PLUGIN = "org.postkontor.problem";
	private static final String POINT = "explanations";
	private static final Logger LOG = LoggerFactory.getLogger(ExtensionMoreRows.class);

	private final IExtensionRegistry registry;
	private final IRegistryChangeListener forget = this::changed;
	private volatile @Nullable List<ExplanationRow> loaded;

	@Activate
	public ExtensionMoreRows(@Reference IExtensionRegistry registry) {
		this.registry = registry;
		registry.addRegistryChangeListener(forget, PLUGIN);
	}

	@Deactivate
	void stop() {
		registry.removeRegistryChangeListener(forget);
	}

	private void changed(IRegistryChangeEvent event) {
		loaded = null;
	}

	@Override
	public List<ExplanationRow> rows() {
		List<ExplanationRow> known = loaded;
		if (known == null) {
			known = load();
			loaded = known;
		}
		return known;
	}

	private List<ExplanationRow> load() {
		List<ExplanationRow> rows = new ArrayList<>();
		for (IConfigurationElement element : registry.getConfigurationElementsFor(PLUGIN, POINT)) {
			try {
				rows.add(ExplanationRow.of(element::getAttribute));
			} catch (IllegalArgumentException e) {
				LOG.warn("An explanation of {} was left out: {}", element.getContributor().getName(), e.getMessage());
			}
		}
		return List.copyOf(rows);
	}
}
