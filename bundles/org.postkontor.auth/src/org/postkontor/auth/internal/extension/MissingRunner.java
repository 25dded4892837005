package org.postkontor.auth.internal.extension;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.ProviderDescription;

/** Why nothing runs a provider that brings no class: its component waits for services, or there is none. */
final class MissingRunner {
	private final AtomicReference<@Nullable ServiceComponentRuntime> components = new AtomicReference<>();

	void use(@Nullable ServiceComponentRuntime runtime) {
		components.set(runtime);
	}

	/** Names of the services that have to come first, for developers. */
	String of(ProviderDescription description) {
		String needed = AuthProviderFactory.class.getName() + " (" + description.kind() + ")";
		@Nullable ServiceComponentRuntime runtime = components.get();
		if (runtime == null) {
			return needed;
		}
		Set<String> missing = new LinkedHashSet<>();
		Set<String> seen = new LinkedHashSet<>();
		runtime.getComponentDescriptionDTOs().stream().filter(component -> runs(component, description)).forEach(component -> unmet(runtime, component)
				.forEach(service -> root(runtime, service, seen, missing)));
		return missing.isEmpty() ? needed : String.join(", ", missing);
	}

	/** What nobody can offer is the cause; what a component could offer has causes of its own. */
	private static void root(ServiceComponentRuntime runtime, String service, Set<String> seen, Set<String> missing) {
		if (!seen.add(service)) {
			return;
		}
		List<String> deeper = runtime.getComponentDescriptionDTOs().stream().filter(component -> List.of(component.serviceInterfaces).contains(service))
				.flatMap(component -> unmet(runtime, component)).toList();
		if (deeper.isEmpty()) {
			missing.add(service);
		}
		deeper.forEach(each -> root(runtime, each, seen, missing));
	}

	private static boolean runs(ComponentDescriptionDTO component, ProviderDescription description) {
		List<String> services = List.of(component.serviceInterfaces);
		return services.contains(AuthProviderFactory.class.getName()) && description.kind().equals(component.properties.get(AuthProviderFactory.KIND))
				|| services.contains(AuthProvider.class.getName()) && description.id().equals(component.properties.get(ExtensionAuthProviders.ID));
	}

	private static Stream<String> unmet(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
		return runtime.getComponentConfigurationDTOs(component).stream().flatMap(configuration -> Stream.of(configuration.unsatisfiedReferences))
				.flatMap((UnsatisfiedReferenceDTO unsatisfied) -> Stream.of(component.references).filter(wanted -> wanted.name.equals(unsatisfied.name)))
				.map((ReferenceDTO wanted) -> wanted.interfaceName);
	}
}
