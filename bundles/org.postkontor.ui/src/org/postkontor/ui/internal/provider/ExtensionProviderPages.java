package org.postkontor.ui.internal.provider;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.ui.provider.ProviderPagePart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the extension point anew each time: bundles come and go. */
@Component
public final class ExtensionProviderPages implements ProviderPages {
	/** The extension point. */
	public static final String POINT = "org.postkontor.ui.authProviderPages";
	private static final Logger LOG = LoggerFactory.getLogger(ExtensionProviderPages.class);

	private final IExtensionRegistry registry;

	@Activate
	public ExtensionProviderPages(@Reference IExtensionRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Optional<ProviderPagePart> create(String provider) {
		return elements(provider).map(ExtensionProviderPages::make).flatMap(Optional::stream).findFirst();
	}

	@Override
	public Optional<String> required(String provider) {
		return elements(provider).findFirst().flatMap(e -> Optional.ofNullable(e.getAttribute("required")));
	}

	private Stream<IConfigurationElement> elements(String provider) {
		return Arrays.stream(registry.getConfigurationElementsFor(POINT)).filter(e -> provider.equals(e.getAttribute("provider")));
	}

	/** The window does without a part that is broken: the provider's general settings are still there. */
	private static Optional<ProviderPagePart> make(IConfigurationElement element) {
		try {
			if (element.createExecutableExtension("class") instanceof ProviderPagePart part) {
				return Optional.of(part);
			}
			LOG.warn("{} is no ProviderPagePart", element.getAttribute("class"));
		} catch (CoreException | LinkageError e) {
			LOG.warn("Page part of {} left out", element.getContributor().getName(), e);
		}
		return Optional.empty();
	}
}
