package org.postkontor.problem.internal;

import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryChangeEvent;
import org.eclipse.core.runtime.IRegistryChangeListener;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts of the extension point {@code org.postkontor.problem.texts}; loads property files, never a class. */
@Component
public final class ExtensionMoreTexts implements MoreTexts {
	private static final String PLUGIN = "org.postkontor.problem";
	private static final Logger LOG = LoggerFactory.getLogger(ExtensionMoreTexts.class);

	private final IExtensionRegistry registry;
	private final BiFunction<IContributor, String, @Nullable URL> finder;
	private final Map<String, Map<String, String>> loaded = new ConcurrentHashMap<>();
	private final IRegistryChangeListener forget = this::changed;

	@Activate
	public ExtensionMoreTexts(@Reference IExtensionRegistry registry) {
		this(registry, ExtensionMoreTexts::inBundle);
	}

	/** @param finder finds a resource of a contributor */
	public ExtensionMoreTexts(IExtensionRegistry registry, BiFunction<IContributor, String, @Nullable URL> finder) {
		this.registry = registry;
		this.finder = finder;
		registry.addRegistryChangeListener(forget, PLUGIN);
	}

	@Deactivate
	void stop() {
		registry.removeRegistryChangeListener(forget);
	}

	private void changed(IRegistryChangeEvent event) {
		loaded.clear();
	}

	@Override
	public Map<String, String> texts(String language) {
		return loaded.computeIfAbsent(language, this::load);
	}

	private Map<String, String> load(String language) {
		Map<String, String> all = new HashMap<>();
		for (IConfigurationElement element : registry.getConfigurationElementsFor(PLUGIN, "texts")) {
			String base = element.getAttribute("base");
			IContributor contributor = element.getContributor();
			if (base == null) {
				LOG.warn("problem texts of {} have no base", contributor.getName());
				continue;
			}
			try {
				PropertyTexts.read(base, language, name -> finder.apply(contributor, name)).forEach(all::putIfAbsent);
			} catch (IOException e) {
				LOG.warn("problem texts {} of {}", base, contributor.getName(), e);
			}
		}
		return all;
	}

	private static @Nullable URL inBundle(IContributor contributor, String name) {
		Bundle bundle = ContributorFactoryOSGi.resolve(contributor);
		return bundle == null ? null : bundle.getResource(name);
	}
}
