package org.postkontor.auth.internal.extension;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the extension point. Who runs a provider: its own class, else an {@link AuthProvider} service with its id as
 * property, else the {@link AuthProviderFactory} of its kind.
 */
@Component(service = AuthProviders.class)
public final class ExtensionAuthProviders implements AuthProviders {
	static final String POINT = "org.postkontor.auth.authProviders";
	static final String ID = "org.postkontor.auth.provider";
	private static final Logger LOG = LoggerFactory.getLogger(ExtensionAuthProviders.class);

	private final IExtensionRegistry registry;
	private final Map<String, AuthProvider> services = new ConcurrentHashMap<>();
	private final Map<String, AuthProviderFactory> factories = new ConcurrentHashMap<>();
	private final MissingRunner missing = new MissingRunner();
	private final Map<IConfigurationElement, AuthProvider> loaded = new ConcurrentHashMap<>();

	@Activate
	public ExtensionAuthProviders(@Reference IExtensionRegistry registry) {
		this.registry = registry;
		problems().forEach(problem -> LOG.warn("Sign-in provider left out: {} {}", problem.id(), problem.values()));
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	public void addProvider(AuthProvider provider, Map<String, Object> properties) {
		services.put(String.valueOf(properties.get(ID)), provider);
	}

	public void removeProvider(AuthProvider provider) {
		services.values().remove(provider);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	public void addFactory(AuthProviderFactory factory, Map<String, Object> properties) {
		factories.put(String.valueOf(properties.get(AuthProviderFactory.KIND)), factory);
	}

	public void removeFactory(AuthProviderFactory factory) {
		factories.values().remove(factory);
	}

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	public void addComponents(ServiceComponentRuntime runtime) {
		missing.use(runtime);
	}

	public void removeComponents(ServiceComponentRuntime runtime) {
		missing.use(null);
	}

	@Override
	public List<ProviderDescription> descriptions() {
		return declared().descriptions();
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return declared().find(id).map(AuthProviderElement::description);
	}

	@Override
	public List<Problem> problems() {
		return declared().problems();
	}

	@Override
	public Optional<Problem> obstacle(String id) {
		return declared().find(id).filter(element -> !element.hasClass()).map(AuthProviderElement::description)
				.filter(description -> !services.containsKey(description.id()) && !factories.containsKey(description.kind())).map(this::notServed);
	}

	private Problem notServed(ProviderDescription description) {
		return AuthProblems.providerNotServed(description.id(), description.contributor(), missing.of(description)).detail("kind", description.kind());
	}

	@Override
	public AuthProvider provider(String id) throws ProblemException {
		AuthProviderElement element = declared().find(id).orElseThrow(() -> new ProblemException(AuthProblems.providerUnknown(id)));
		ProviderDescription description = element.description();
		if (element.hasClass()) {
			return load(element);
		}
		AuthProvider service = services.get(description.id());
		AuthProviderFactory factory = factories.get(description.kind());
		if (service == null && factory == null) {
			throw new ProblemException(notServed(description));
		}
		return service != null ? service : factory.create(description);
	}

	private AuthProvider load(AuthProviderElement element) throws ProblemException {
		ProviderDescription description = element.description();
		// A bundle that was updated contributes a new element, and its new class counts.
		loaded.keySet().removeIf(known -> !known.isValid());
		AuthProvider known = loaded.get(element.element());
		if (known != null) {
			return known;
		}
		try {
			if (element.element().createExecutableExtension("class") instanceof AuthProvider made) {
				AuthProvider raced = loaded.putIfAbsent(element.element(), made);
				return raced == null ? made : raced;
			}
			throw new ProblemException(AuthProblems.providerBroken(description.id(), description.contributor()).detail("class", "no AuthProvider"));
		} catch (CoreException | LinkageError e) {
			throw new ProblemException(AuthProblems.providerBroken(description.id(), description.contributor()), e);
		}
	}

	/** Read anew each time: bundles come and go, and there are few. */
	private DeclaredProviders declared() {
		return DeclaredProviders.of(List.of(registry.getConfigurationElementsFor(POINT)));
	}
}
